/* Made from docs/openapi.json by npm run docs. */

export interface paths {
    "/post-mortems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open records and those in review, the earliest due first; with another `status`, a technique or `mine`, the newest first. Records that are TLP:AMBER+STRICT or TLP:RED show their id, status and mark
         * @description Wants a role that may read records.
         */
        get: operations["listRecords"];
        put?: never;
        /**
         * Opens a record that no ticket opened: a near miss, an exercise, a periodic review, an incident told by phone
         * @description Wants a role that may open records.
         */
        post: operations["openRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Records that have these words in their key, title, category, team, fixes, tickets of fixes, causes or summary, the newest first. A search is no look at a restricted record, and shows its id, status and mark
         * @description Wants a role that may read records.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for you: to decide, to write, to prove, to put in place
         * @description Wants a role that may read records.
         */
        get: operations["readMyWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many records, fixes and lessons there are, of those that you may read without taking part in them
         * @description Wants a role that may read records.
         */
        get: operations["readSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/remediations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fixes of all records, the earliest due first. Those of records that are TLP:AMBER+STRICT or TLP:RED show their ids, state and mark
         * @description Wants a role that may read records.
         */
        get: operations["listAllRemediations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lessons of all records, the earliest due first: what is not in place yet, or is to be looked at again. Those of records that are TLP:AMBER+STRICT or TLP:RED show their ids, status and mark
         * @description Wants a role that may read records.
         */
        get: operations["listLessons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What sources said, the newest arrival first. Left out is what a caller would learn of records from that they may not read: signals about what is checked for those alone, and signals that name one
         * @description Wants a role that may read records.
         */
        get: operations["listSignals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports, the newest first: those of the schedule, and those that somebody had made
         * @description Wants a role that may read reports.
         */
        get: operations["listReports"];
        put?: never;
        /**
         * Has a report made now, of what happened since the last one of the schedule, which it does not replace. Whoever asks again within a minute, or while it is being made, is given the same one
         * @description Wants a role that may make reports.
         */
        post: operations["makeReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report as JSON, as a page, as Markdown, or what is late or was checked as CSV
         * @description Wants a role that may read reports.
         */
        get: operations["readReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{name}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A short link to download a report, also one that is too long for an answer
         * @description Wants a role that may read reports.
         */
        get: operations["linkReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The record, with what it still lacks; its timeline is read by itself
         * @description Wants a role that may read records.
         */
        get: operations["readRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Sets the category, the severity or the due date of an open record, or its TLP mark at any time
         * @description Wants a role that may classify records.
         */
        patch: operations["classifyRecord"];
        trace?: never;
    };
    "/incident-tickets/{source}/{key}/post-mortem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The id of the record of an incident ticket
         * @description Wants a role that may read records.
         */
        get: operations["findRecordOfTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/sections/framework": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The section "framework", with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readSection_framework"];
        /**
         * Writes the section "framework": If-Match of the section or of the record, none for the first time
         * @description Wants a role that may write records.
         */
        put: operations["writeSection_framework"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/sections/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The section "summary", with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readSection_summary"];
        /**
         * Writes the section "summary": If-Match of the section or of the record, none for the first time
         * @description Wants a role that may write records.
         */
        put: operations["writeSection_summary"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/sections/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The section "impact", with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readSection_impact"];
        /**
         * Writes the section "impact": If-Match of the section or of the record, none for the first time
         * @description Wants a role that may write records.
         */
        put: operations["writeSection_impact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/sections/attack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The section "attack", with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readSection_attack"];
        /**
         * Writes the section "attack": If-Match of the section or of the record, none for the first time
         * @description Wants a role that may write records.
         */
        put: operations["writeSection_attack"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/sections/detection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The section "detection", with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readSection_detection"];
        /**
         * Writes the section "detection": If-Match of the section or of the record, none for the first time
         * @description Wants a role that may write records.
         */
        put: operations["writeSection_detection"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/sections/response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The section "response", with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readSection_response"];
        /**
         * Writes the section "response": If-Match of the section or of the record, none for the first time
         * @description Wants a role that may write records.
         */
        put: operations["writeSection_response"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/sections/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The section "analysis", with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readSection_analysis"];
        /**
         * Writes the section "analysis": If-Match of the section or of the record, none for the first time
         * @description Wants a role that may write records.
         */
        put: operations["writeSection_analysis"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/sections/humanFactor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The section "humanFactor", with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readSection_humanFactor"];
        /**
         * Writes the section "humanFactor": If-Match of the section or of the record, none for the first time
         * @description Wants a role that may write records.
         */
        put: operations["writeSection_humanFactor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/sections/sharing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The section "sharing", with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readSection_sharing"];
        /**
         * Writes the section "sharing": If-Match of the section or of the record, none for the first time
         * @description Wants a role that may write records.
         */
        put: operations["writeSection_sharing"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/sections/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The section "source", with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readSection_source"];
        /**
         * Writes the section "source": If-Match of the section or of the record, none for the first time
         * @description Wants a role that may write records.
         */
        put: operations["writeSection_source"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, by time, page by page
         * @description Wants a role that may read records.
         */
        get: operations["readTimeline"];
        put?: never;
        /**
         * Adds what happened at a time; says a role, never a name
         * @description Wants a role that may write records.
         */
        post: operations["addTimelineEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/timeline/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds up to 50 entries together: all of them, or none
         * @description Wants a role that may write records.
         */
        post: operations["addTimelineEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/timeline/{at}/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One entry, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readTimelineEntry"];
        /**
         * Corrects an entry that a person wrote; with another time it gets another address
         * @description Wants a role that may write records.
         */
        put: operations["rewriteTimelineEntry"];
        post?: never;
        /**
         * Takes an entry out that a person wrote; the log keeps what it said
         * @description Wants a role that may write records.
         */
        delete: operations["removeTimelineEntry"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/root-causes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a root cause
         * @description Wants a role that may write records.
         */
        post: operations["addRootCause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/root-causes/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One root cause, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readRootCause"];
        /**
         * Rewrites a root cause: If-Match of it or of the record
         * @description Wants a role that may write records.
         */
        put: operations["rewriteRootCause"];
        post?: never;
        /**
         * Takes a root cause out; the log keeps what it said
         * @description Wants a role that may write records.
         */
        delete: operations["removeRootCause"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/contributing-factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a contributing factor
         * @description Wants a role that may write records.
         */
        post: operations["addContributingFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/contributing-factors/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One contributing factor, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readContributingFactor"];
        /**
         * Rewrites a contributing factor: If-Match of it or of the record
         * @description Wants a role that may write records.
         */
        put: operations["rewriteContributingFactor"];
        post?: never;
        /**
         * Takes a contributing factor out; the log keeps what it said
         * @description Wants a role that may write records.
         */
        delete: operations["removeContributingFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/observations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds an observation
         * @description Wants a role that may write records.
         */
        post: operations["addObservation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/observations/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One observation, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readObservation"];
        /**
         * Rewrites an observation: If-Match of it or of the record
         * @description Wants a role that may write records.
         */
        put: operations["rewriteObservation"];
        post?: never;
        /**
         * Takes an observation out; the log keeps what it said
         * @description Wants a role that may write records.
         */
        delete: operations["removeObservation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a recommendation
         * @description Wants a role that may write records.
         */
        post: operations["addRecommendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/recommendations/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One recommendation, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readRecommendation"];
        /**
         * Rewrites a recommendation: If-Match of it or of the record
         * @description Wants a role that may write records.
         */
        put: operations["rewriteRecommendation"];
        post?: never;
        /**
         * Takes a recommendation out; the log keeps what it said
         * @description Wants a role that may write records.
         */
        delete: operations["removeRecommendation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a lesson
         * @description Wants a role that may write records.
         */
        post: operations["addLesson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/lessons/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One lesson, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readLesson"];
        /**
         * Rewrites a lesson: If-Match of it or of the record
         * @description Wants a role that may write records.
         */
        put: operations["rewriteLesson"];
        post?: never;
        /**
         * Takes a lesson out; the log keeps what it said
         * @description Wants a role that may write records.
         */
        delete: operations["removeLesson"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a notification
         * @description Wants a role that may write records.
         */
        post: operations["addNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/notifications/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One notification, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readNotification"];
        /**
         * Rewrites a notification: If-Match of it or of the record
         * @description Wants a role that may write records.
         */
        put: operations["rewriteNotification"];
        post?: never;
        /**
         * Takes a notification out; the log keeps what it said
         * @description Wants a role that may write records.
         */
        delete: operations["removeNotification"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/recommendations/{part}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declines a recommendation, with the reason
         * @description Wants a role that may judge records.
         */
        post: operations["declineRecommendation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/recommendations/{part}/accept-risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a recommendation off until a date, with something in its place; then it is carried out after all
         * @description Wants a role that may accept risks.
         */
        post: operations["acceptRecommendationRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/lessons/{part}/in-place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The document says it now, or was reviewed and still does: in which version, and where
         * @description Wants a role that may write records.
         */
        post: operations["putLessonInPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/notifications/{part}/sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The authority, the partner or the public was told: when, and under which reference
         * @description Wants a role that may write records.
         */
        post: operations["reportNotificationSent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Drafts of the record, by path, without their content
         * @description Wants a role that may read records.
         */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/drafts/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One draft, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readDraft"];
        /**
         * Saves what is unfinished, any JSON, for 30 days: shared by all who write in the record, and in no log
         * @description Wants a role that may write records.
         */
        put: operations["saveDraft"];
        post?: never;
        /**
         * Throws a draft away; nothing keeps what it said
         * @description Wants a role that may write records.
         */
        delete: operations["removeDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Comments on the record, the oldest first, page by page
         * @description Wants a role that may read records.
         */
        get: operations["listComments"];
        put?: never;
        /**
         * Comments on a place in the record, or answers a comment, also while it is judged and after: up to 500 in a record, with up to 20 mentions each
         * @description Wants a role that may write records.
         */
        post: operations["addComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/comments/{comment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One comment, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readComment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rewrites a comment, which only its author may, or settles its thread or takes it up again, as all who write may
         * @description Wants a role that may write records.
         */
        patch: operations["changeComment"];
        trace?: never;
    };
    "/post-mortems/{id}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed since a revision, and who is there: no content, and so no look at a restricted record
         * @description Wants a role that may read records.
         */
        get: operations["readActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announces a file by its hash, and gives the request that uploads it
         * @description Wants a role that may write records.
         */
        post: operations["announceEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/evidence/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is known of a piece of evidence; its bytes take a link
         * @description Wants a role that may read records.
         */
        get: operations["readEvidence"];
        put?: never;
        post?: never;
        /**
         * Takes back what was announced and is not held
         * @description Wants a role that may write records.
         */
        delete: operations["removeEvidence"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/evidence/{part}/upload-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another request for the upload, while the evidence is not held
         * @description Wants a role that may write records.
         */
        post: operations["renewUploadLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/evidence/{part}/received-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Looks now whether the upload is here, and does not wait for S3 to tell
         * @description Wants a role that may write records.
         */
        post: operations["checkEvidenceReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/evidence/{part}/read-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A short link to read it, for a purpose; the log comes first
         * @description Wants a role that may open evidence.
         */
        post: operations["openEvidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/evidence/{part}/custody": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened to it, from the audit log
         * @description Wants a role that may read records.
         */
        get: operations["readEvidenceCustody"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hands the record to the approvers; refused with the list of what is missing
         * @description Wants a role that may submit records.
         */
        post: operations["submitRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends the record back to its authors, with the reason
         * @description Wants a role that may judge records.
         */
        post: operations["returnRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One person’s word for exactly the revision that they read; the last one that is needed approves
         * @description Wants a role that may judge records.
         */
        post: operations["approveRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides that this incident needs no post-mortem, with the reason
         * @description Wants a role that may waive records.
         */
        post: operations["waiveRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends this record in favour of another one of the same incident; its ticket leads there from then on
         * @description Wants a role that may merge records.
         */
        post: operations["mergeRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/remediations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where each fix stands
         * @description Wants a role that may read records.
         */
        get: operations["listRemediations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/remediations/{remediation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one fix stands, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readRemediation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/remediations/{remediation}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one fix stands by all that is known now, check by check, without judging it
         * @description Wants a role that may read records.
         */
        get: operations["readStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/remediations/{remediation}/attestations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person’s word on a check; `check` is its place in the plan, from 0
         * @description Wants a role that may attest fixes.
         */
        post: operations["attestFix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/remediations/{remediation}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judges a claimed fix now, and says where it stands; at most once a minute for each fix
         * @description Wants a role that may check fixes.
         */
        post: operations["checkFix"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/remediations/{remediation}/risk-acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides to live without the fix until a date, or for longer, with a compensating control
         * @description Wants a role that may accept risks.
         */
        post: operations["acceptRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/remediations/{remediation}/existing-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Names other work for a fix whose ticket could not be taken, or wants a ticket of its own for it
         * @description Wants a role that may cancel remediations.
         */
        post: operations["changeExistingWork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/remediations/{remediation}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the fix up, with the reason
         * @description Wants a role that may cancel remediations.
         */
        post: operations["cancelRemediation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/hints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Words that blame, criteria that nobody can decide, and doubles of other fixes, with what to write instead
         * @description Wants a role that may read records.
         */
        get: operations["readHints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recommendation-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recommendations to begin from, those of a category first
         * @description Wants a role that may read records.
         */
        get: operations["listRecommendationTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every change, and every look at a restricted record, in order
         * @description Wants a role that may read records.
         */
        get: operations["readEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/events/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Holds the log, the head and the state together; the anchors are the command line’s: docs/guide.md
         * @description Wants a role that may read records.
         */
        get: operations["verifyEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fields that differ between two revisions, with who changed them and when
         * @description Wants a role that may read records.
         */
        get: operations["readChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole record as a file: to import elsewhere, to paste, or to read and print
         * @description Wants a role that may export records.
         */
        get: operations["exportRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The record as a page to read and print, for everybody who may read it
         * @description Wants a role that may read records.
         */
        get: operations["readRecordPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who you are to Holdfast: your roles, and what they may do up to which TLP mark
         * @description Wants no role.
         */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This description, as OpenAPI 3.1
         * @description Wants a role that may read records.
         */
        get: operations["describeApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AnalysisSection: {
            /** @enum {string} */
            method: "five whys" | "fishbone" | "fault tree" | "barrier analysis" | "timeline analysis" | "STAMP" | "other";
            interplay?: string;
            earlier?: string;
        };
        AnalysisSectionDraft: {
            /** @enum {string} */
            method: "five whys" | "fishbone" | "fault tree" | "barrier analysis" | "timeline analysis" | "STAMP" | "other";
            interplay?: components["schemas"]["TextDraft"];
            earlier?: components["schemas"]["TextDraft"];
        };
        AttackSection: {
            vectors: ("phishing" | "exploited vulnerability" | "valid accounts" | "misconfiguration" | "malware" | "supply chain" | "insider misuse" | "error" | "physical" | "loss or theft" | "denial of service" | "unknown")[];
            description?: string;
            vulnerabilities: {
                cve?: string;
                description: string;
                cvss?: number;
                isKnownExploited?: boolean;
            }[];
            techniques: {
                id: string;
                note?: string;
            }[];
            attackVersion?: string;
            actor?: {
                /** @enum {string} */
                kind: "external" | "internal" | "partner" | "none" | "unknown";
                variety?: string;
                motive?: string;
                name?: string;
            };
            otherActors?: {
                /** @enum {string} */
                kind: "external" | "internal" | "partner" | "none" | "unknown";
                variety?: string;
                motive?: string;
                name?: string;
            }[];
            indicators?: {
                /** @enum {string} */
                kind: "domain" | "IP address" | "URL" | "file hash" | "e-mail address" | "account" | "package" | "other";
                value: string;
                note?: string;
            }[];
        };
        AttackSectionDraft: {
            vectors: ("phishing" | "exploited vulnerability" | "valid accounts" | "misconfiguration" | "malware" | "supply chain" | "insider misuse" | "error" | "physical" | "loss or theft" | "denial of service" | "unknown")[];
            description?: components["schemas"]["TextDraft"];
            /** @default [] */
            vulnerabilities: {
                cve?: string;
                description: components["schemas"]["LineDraft"];
                cvss?: number;
                isKnownExploited?: boolean;
            }[];
            /** @default [] */
            techniques: {
                id: string;
                note?: components["schemas"]["LineDraft"];
            }[];
            attackVersion?: string;
            actor?: {
                /** @enum {string} */
                kind: "external" | "internal" | "partner" | "none" | "unknown";
                variety?: components["schemas"]["LineDraft"];
                motive?: components["schemas"]["LineDraft"];
                name?: components["schemas"]["LineDraft"];
            };
            otherActors?: {
                /** @enum {string} */
                kind: "external" | "internal" | "partner" | "none" | "unknown";
                variety?: components["schemas"]["LineDraft"];
                motive?: components["schemas"]["LineDraft"];
                name?: components["schemas"]["LineDraft"];
            }[];
            indicators?: {
                /** @enum {string} */
                kind: "domain" | "IP address" | "URL" | "file hash" | "e-mail address" | "account" | "package" | "other";
                value: components["schemas"]["LineDraft"];
                note?: components["schemas"]["LineDraft"];
            }[];
        };
        Attestation: {
            id: string;
            check: number;
            /** @enum {string} */
            outcome: "pass" | "fail";
            note: string;
            by: components["schemas"]["Person"];
            /** Format: date-time */
            at: string;
        };
        Author: components["schemas"]["Person"] | {
            /** @constant */
            kind: "machine";
            id: string;
            name?: string;
            owner?: string;
        };
        Check: {
            /** @constant */
            kind: "signal";
            subject: {
                /** @enum {string} */
                type: "control" | "technique" | "detection" | "remediation";
                id: string & (unknown & unknown);
            };
            sources?: string[];
            need?: ("all" | "any") | number;
            resources?: string[];
            /** @constant */
            seenFailingBefore?: true;
        } | {
            /** @constant */
            kind: "attestation";
            statement: string;
        } | {
            /** @constant */
            kind: "ticket state";
        };
        CheckResult: {
            check: components["schemas"]["Check"];
            /** @enum {string} */
            outcome: "pass" | "fail" | "unknown" | "stale" | "unsettled" | "untested";
            because: string;
            evidence: {
                what: string;
                /** Format: date-time */
                at: string;
                url?: string;
            }[];
            notJudged?: {
                count: number;
                /** @constant */
                hasMore?: true;
                newest: {
                    /** Format: date-time */
                    at: string;
                    source: string;
                    resource?: string;
                    reason?: string;
                };
            };
        };
        Claim: {
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            ticketDoneAt?: string;
            by?: components["schemas"]["TicketPerson"];
            assignee?: components["schemas"]["TicketPerson"];
            status: string;
        };
        ContributingFactor: {
            /** @enum {string} */
            kind: "system vulnerability" | "human factor" | "process gap" | "third party";
            statement: string;
            id: string;
        };
        ContributingFactorDraft: {
            /** @enum {string} */
            kind: "system vulnerability" | "human factor" | "process gap" | "third party";
            statement: string;
            id?: unknown;
        };
        DetectionSection: {
            how: string;
            /** Format: date-time */
            detectedAt?: string;
            by?: {
                /** @enum {string} */
                kind: "tool" | "own staff" | "customer" | "partner" | "third party" | "authority" | "actor" | "unknown";
                who?: string;
            };
            whyNotSooner?: string;
        };
        DetectionSectionDraft: {
            how: components["schemas"]["TextDraft"];
            /** Format: date-time */
            detectedAt?: string;
            by?: {
                /** @enum {string} */
                kind: "tool" | "own staff" | "customer" | "partner" | "third party" | "authority" | "actor" | "unknown";
                who?: components["schemas"]["LineDraft"];
            };
            whyNotSooner?: components["schemas"]["TextDraft"];
        };
        Evidence: {
            name: string;
            description?: string;
            mediaType: string;
            bytes: number;
            sha256: string;
            /** @enum {string} */
            tlp?: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
            /** Format: date-time */
            collectedAt?: string;
            collectedBy?: string;
            id: string;
            /** @enum {string} */
            status: "expected" | "held" | "refused" | "elsewhere";
            key: string;
            versionId?: string;
            /** Format: date-time */
            receivedAt?: string;
            refusedBecause?: string;
            addedBy: components["schemas"]["Author"];
            /** Format: date-time */
            addedAt: string;
        };
        ExistingWork: {
            /** @constant */
            kind: "ticket";
            ticket: string;
        } | {
            /** @constant */
            kind: "pull request";
            url: string;
        };
        Failure: {
            /** Format: date-time */
            at: string;
            step: number;
            results: components["schemas"]["CheckResult"][];
        };
        FrameworkSection: {
            objectives: string[];
            scope?: string;
            team: {
                /** @enum {string} */
                role: "facilitator" | "owner" | "incident commander" | "security operations" | "IT" | "communications" | "legal" | "business";
                name: string;
                /** Format: email */
                email?: string;
            }[];
        };
        FrameworkSectionDraft: {
            objectives: components["schemas"]["LineDraft"][];
            scope?: components["schemas"]["TextDraft"];
            /** @default [] */
            team: {
                /** @enum {string} */
                role: "facilitator" | "owner" | "incident commander" | "security operations" | "IT" | "communications" | "legal" | "business";
                name: string;
                /** Format: email */
                email?: string;
            }[];
        };
        HumanFactorSection: {
            consideredNoneBecause: string;
        };
        HumanFactorSectionDraft: {
            consideredNoneBecause: string;
        };
        ImpactSection: {
            description: string;
            confidentiality?: {
                /** @enum {string} */
                rating: "none" | "low" | "moderate" | "high";
                description?: string;
            };
            integrity?: {
                /** @enum {string} */
                rating: "none" | "low" | "moderate" | "high";
                description?: string;
            };
            availability?: {
                /** @enum {string} */
                rating: "none" | "low" | "moderate" | "high";
                description?: string;
            };
            assets: {
                name: string;
                kind?: string;
                count?: number;
            }[];
            services: string[];
            dataKinds: (string | {
                kind: string;
                records?: number;
                isPersonal?: boolean;
            })[];
            usersAffected?: number;
            customers?: {
                affected?: number;
                description?: string;
            };
            cost?: {
                amount: number;
                currency: string;
                description?: string;
            };
            duration?: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to?: string;
            };
        };
        ImpactSectionDraft: {
            description: components["schemas"]["TextDraft"];
            confidentiality?: {
                /** @enum {string} */
                rating: "none" | "low" | "moderate" | "high";
                description?: components["schemas"]["LineDraft"];
            };
            integrity?: {
                /** @enum {string} */
                rating: "none" | "low" | "moderate" | "high";
                description?: components["schemas"]["LineDraft"];
            };
            availability?: {
                /** @enum {string} */
                rating: "none" | "low" | "moderate" | "high";
                description?: components["schemas"]["LineDraft"];
            };
            /** @default [] */
            assets: {
                name: components["schemas"]["LineDraft"];
                kind?: components["schemas"]["LineDraft"];
                count?: number;
            }[];
            /** @default [] */
            services: components["schemas"]["LineDraft"][];
            /** @default [] */
            dataKinds: (components["schemas"]["LineDraft"] | {
                kind: components["schemas"]["LineDraft"];
                records?: number;
                isPersonal?: boolean;
            })[];
            usersAffected?: number;
            customers?: {
                affected?: number;
                description?: components["schemas"]["LineDraft"];
            };
            cost?: {
                amount: number;
                currency: string;
                description?: components["schemas"]["LineDraft"];
            };
            duration?: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to?: string;
            };
        };
        IncidentTicket: {
            /** @enum {string} */
            source: "jira" | "holdfast-json" | "holdfast";
            site: string;
            ticketId: string;
            key: string;
            url: string;
            title: string;
            description: string;
            /** @enum {string} */
            severity: "critical" | "high" | "medium" | "low";
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            closedAt: string;
            people: {
                /** @enum {string} */
                role: "reporter" | "assignee" | "commenter" | "closer";
                person: components["schemas"]["TicketPerson"];
            }[];
            techniques: string[];
        };
        KeptClaim: {
            claim: components["schemas"]["Claim"];
            step: number;
            /** Format: date-time */
            provenAt?: string;
            /** Format: date-time */
            setBackTo?: string;
            asked?: {
                number: number;
                check: number;
                source: string;
                resource: string;
                /** @enum {string} */
                because: "fail" | "step" | "decay";
                /** Format: date-time */
                at: string;
            }[];
            regraded?: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                upgradedAt: string;
            };
            doubt?: {
                /** Format: date-time */
                at: string;
                source: string;
                resource?: string;
                /** Format: date-time */
                regularCheckAt?: string;
            };
        };
        Lesson: {
            statement: string;
            /** @enum {string} */
            updates: "policy" | "procedure" | "response plan" | "training" | "detection";
            document: string;
            ownerTeam: string;
            /** Format: date-time */
            dueAt: string;
            reviewEvery?: string;
            id: string;
            /** @enum {string} */
            status: "open" | "in place";
            inPlace?: {
                reference: {
                    version: string;
                    /** Format: uri */
                    url?: string;
                    note?: string;
                };
                by: components["schemas"]["Author"];
                /** Format: date-time */
                at: string;
            };
            /** Format: date-time */
            nextReviewAt?: string;
            /** Format: date-time */
            announcedDueAt?: string;
        };
        LessonDraft: {
            statement: string;
            /** @enum {string} */
            updates: "policy" | "procedure" | "response plan" | "training" | "detection";
            document: components["schemas"]["LineDraft"];
            ownerTeam: string;
            /** Format: date-time */
            dueAt: string;
            reviewEvery?: string;
            id?: unknown;
            status?: unknown;
            inPlace?: unknown;
            nextReviewAt?: unknown;
            announcedDueAt?: unknown;
        };
        LineDraft: string;
        Notification: {
            /** @enum {string} */
            regime: "NIS2" | "DORA" | "GDPR" | "SEC 8-K" | "sector regulator" | "law enforcement" | "contract" | "partner" | "ISAC" | "customers" | "public";
            /** @enum {string} */
            stage: "early warning" | "notification" | "intermediate report" | "final report" | "disclosure";
            recipient: string;
            /** Format: date-time */
            clockStartedAt?: string;
            /** Format: date-time */
            dueAt?: string;
            /** Format: date-time */
            sentAt?: string;
            reference?: string;
            /** Format: uri */
            url?: string;
            id: string;
            /** Format: date-time */
            announcedDueAt?: string;
        };
        NotificationDraft: {
            /** @enum {string} */
            regime: "NIS2" | "DORA" | "GDPR" | "SEC 8-K" | "sector regulator" | "law enforcement" | "contract" | "partner" | "ISAC" | "customers" | "public";
            /** @enum {string} */
            stage: "early warning" | "notification" | "intermediate report" | "final report" | "disclosure";
            recipient: components["schemas"]["LineDraft"];
            /** Format: date-time */
            clockStartedAt?: string;
            /** Format: date-time */
            dueAt?: string;
            /** Format: date-time */
            sentAt?: string;
            reference?: components["schemas"]["LineDraft"];
            /** Format: uri */
            url?: string;
            id?: unknown;
            announcedDueAt?: unknown;
        };
        Observation: {
            /** @enum {string} */
            kind: "went well" | "went badly" | "got lucky";
            statement: string;
            noRecommendationBecause?: string;
            id: string;
        };
        ObservationDraft: {
            /** @enum {string} */
            kind: "went well" | "went badly" | "got lucky";
            statement: string;
            noRecommendationBecause?: components["schemas"]["ReasonDraft"];
            id?: unknown;
        };
        Person: {
            /** @constant */
            kind: "person";
            id: string;
            name: string;
            email?: string;
            jiraAccountId?: string;
        };
        /** @description https://www.rfc-editor.org/rfc/rfc9457 */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description What happened, to which thing, and what to do */
            detail: string;
            instance: string;
            /** @description The rule that said no, for programs */
            reason?: string;
            currentEtag?: string;
            currentRevision?: number;
            errors?: {
                /** @description Into the body, RFC 6901 */
                pointer?: string;
                /** @description Of the query */
                parameter?: string;
                /** @description Of the request */
                header?: string;
                detail: string;
            }[];
        };
        ReasonDraft: string;
        Recommendation: {
            title: string;
            why: string;
            /** @enum {string} */
            kind: "prevent" | "detect" | "mitigate" | "respond";
            answers: string[];
            impact: number;
            feasibility: number;
            ownerTeam: string;
            successCriterion: string;
            verification: components["schemas"]["VerificationPlan"];
            d3fend?: string[];
            controls?: {
                framework: string;
                id: string;
            }[];
            id: string;
            /** @enum {string} */
            status: "draft" | "proposed" | "approved" | "declined" | "risk accepted";
            /** Format: date-time */
            dueAt?: string;
            existingWork?: components["schemas"]["ExistingWork"];
            declinedBecause?: string;
            acceptance?: {
                /** Format: date-time */
                until: string;
                reason: string;
                compensatingControl: string;
                by: components["schemas"]["Person"];
                /** Format: date-time */
                at: string;
            };
            stood?: {
                /** @enum {string} */
                state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                ticket?: string;
                /** Format: date-time */
                dueAt?: string;
                /** Format: date-time */
                claimedAt?: string;
                /** Format: date-time */
                verifiedAt?: string;
                /** Format: date-time */
                acceptedUntil?: string;
                renewals?: number;
            };
            /** @enum {string} */
            state: "draft" | "proposed" | "approved" | "declined" | "risk accepted" | "ticketed";
            rank: number;
            /** @enum {string} */
            quadrant: "quick win" | "major project" | "fill-in" | "reconsider";
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            remediation?: {
                /** @enum {string} */
                state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                ticket?: {
                    key: string;
                    url: string;
                };
                /** Format: date-time */
                dueAt: string;
                /** Format: date-time */
                overdueSince?: string;
            };
            sameWords?: {
                postMortemId: string;
                recommendationId: string;
                ticket?: string;
            }[];
        };
        RecommendationDraft: {
            title: string & (unknown & unknown);
            why: string;
            /** @enum {string} */
            kind: "prevent" | "detect" | "mitigate" | "respond";
            /** @default [] */
            answers: string[];
            impact: number;
            feasibility: number;
            ownerTeam: string;
            successCriterion: string;
            verification: components["schemas"]["VerificationPlanDraft"];
            d3fend?: string[];
            controls?: {
                framework: string;
                id: string;
            }[];
            /** Format: date-time */
            dueAt?: string;
            existingWork?: {
                /** @constant */
                kind: "ticket";
                ticket: string;
            } | {
                /** @constant */
                kind: "pull request";
                /** Format: uri */
                url: string;
            };
            /**
             * @default proposed
             * @enum {string}
             */
            status: "draft" | "proposed";
            id?: unknown;
            declinedBecause?: unknown;
            acceptance?: unknown;
            stood?: unknown;
            state?: unknown;
            rank?: unknown;
            quadrant?: unknown;
            priority?: unknown;
            remediation?: unknown;
            sameWords?: unknown;
            name?: unknown;
            categories?: unknown;
        };
        Record: {
            id: string;
            /** @enum {string} */
            kind: "incident" | "near miss" | "exercise" | "periodic review";
            /** @enum {string} */
            status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
            revision: number;
            contentRevision: number;
            writtenRevision?: number;
            judgedRevision?: number;
            incident: components["schemas"]["IncidentTicket"];
            /** @enum {string} */
            severity: "critical" | "high" | "medium" | "low";
            category?: string;
            /** @enum {string} */
            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
            scope?: {
                /** Format: date-time */
                from: string;
                /** Format: date-time */
                to: string;
                covers: string[];
            };
            /** Format: date-time */
            openedAt: string;
            openedBy?: components["schemas"]["Author"];
            /** Format: date-time */
            dueAt: string;
            isLinkedToTicket: boolean;
            timelineCounts: {
                attacker: number;
                detection: number;
                decision: number;
                action: number;
                communication: number;
            };
            commentCount?: number;
            authors: components["schemas"]["Author"][];
            submittedBy?: components["schemas"]["Author"];
            approvals: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                at: string;
                revision: number;
            }[];
            /** Format: date-time */
            approvedAt?: string;
            returnedBecause?: string;
            /** Format: date-time */
            closedAt?: string;
            carriedOn: number;
            /** Format: date-time */
            carriedOnAt?: string;
            carriedOnRevision?: number;
            ended?: {
                reason: string;
                by: components["schemas"]["Person"];
                /** Format: date-time */
                at: string;
                mergedInto?: string;
            };
            absorbed: {
                postMortemId: string;
                ticket: {
                    /** @enum {string} */
                    source: "jira" | "holdfast-json" | "holdfast";
                    site: string;
                    ticketId: string;
                    key: string;
                };
            }[];
            importedFrom?: {
                id: string;
                sha256: string;
                /** Format: date-time */
                at: string;
            };
            sections: {
                framework?: components["schemas"]["FrameworkSection"];
                summary?: components["schemas"]["SummarySection"];
                impact?: components["schemas"]["ImpactSection"];
                attack?: components["schemas"]["AttackSection"];
                detection?: components["schemas"]["DetectionSection"];
                response?: components["schemas"]["ResponseSection"];
                analysis?: components["schemas"]["AnalysisSection"];
                humanFactor?: components["schemas"]["HumanFactorSection"];
                sharing?: components["schemas"]["SharingSection"];
                source?: components["schemas"]["SourceSection"];
            };
            rootCauses: components["schemas"]["RootCause"][];
            contributingFactors: components["schemas"]["ContributingFactor"][];
            observations: components["schemas"]["Observation"][];
            recommendations: components["schemas"]["Recommendation"][];
            lessons: components["schemas"]["Lesson"][];
            notifications: components["schemas"]["Notification"][];
            evidence: components["schemas"]["Evidence"][];
            completeness: {
                template: string;
                score: number;
                met: number;
                required: number;
                missing: {
                    path: string;
                    message: string;
                }[];
            };
            etags: {
                sections: {
                    [key: string]: string;
                };
                parts: {
                    [key: string]: string;
                };
            };
            acts: {
                /** @enum {string} */
                act: "write" | "comment" | "classify" | "submit" | "return" | "approve" | "waive" | "merge" | "export";
                isAllowed: boolean;
                because?: string;
            }[];
        };
        Remediation: {
            /** @constant */
            state: "requested";
            id: string;
            postMortemId: string;
            title: string;
            ownerTeam: string;
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            route: {
                project: string;
                issueType: string;
                component?: string;
            };
            routeName?: string;
            routeSite?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            firstDueAt?: string;
            /** Format: date-time */
            requestedAt: string;
            checks: components["schemas"]["Check"][];
            untestedBecause?: string;
            steps: string[];
            attestations: components["schemas"]["Attestation"][];
            /** Format: date-time */
            overdueSince?: string;
            /** Format: date-time */
            overdueTold?: string;
            /** Format: date-time */
            checkAskedAt?: string;
            reopenCount: number;
            evidenceReopenedAt?: string[];
            pushes?: number;
            pushedDueDate?: {
                pushes: number;
                /** @enum {string} */
                putBack?: "owed" | "done" | "refused";
            };
            /** Format: date-time */
            closedInBulkAt?: string;
            workedBy?: components["schemas"]["TicketPerson"][];
            existingWork?: components["schemas"]["ExistingWork"];
            acceptanceCount?: number;
            lastAcceptance?: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                until: string;
            };
            /** @constant */
            isRestricted?: true;
            formerTickets?: components["schemas"]["RemediationTicket"][];
            followsUp?: components["schemas"]["Failure"];
            putAway?: {
                /** Format: date-time */
                at: string;
            };
            notTold?: components["schemas"]["TicketNotTold"];
            attempt: number;
            /** Format: date-time */
            leaseExpiresAt: string;
            refusedBecause?: string;
            refusedOutlook?: string;
        } | {
            /** @constant */
            state: "ambiguous";
            id: string;
            postMortemId: string;
            title: string;
            ownerTeam: string;
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            route: {
                project: string;
                issueType: string;
                component?: string;
            };
            routeName?: string;
            routeSite?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            firstDueAt?: string;
            /** Format: date-time */
            requestedAt: string;
            checks: components["schemas"]["Check"][];
            untestedBecause?: string;
            steps: string[];
            attestations: components["schemas"]["Attestation"][];
            /** Format: date-time */
            overdueSince?: string;
            /** Format: date-time */
            overdueTold?: string;
            /** Format: date-time */
            checkAskedAt?: string;
            reopenCount: number;
            evidenceReopenedAt?: string[];
            pushes?: number;
            pushedDueDate?: {
                pushes: number;
                /** @enum {string} */
                putBack?: "owed" | "done" | "refused";
            };
            /** Format: date-time */
            closedInBulkAt?: string;
            workedBy?: components["schemas"]["TicketPerson"][];
            existingWork?: components["schemas"]["ExistingWork"];
            acceptanceCount?: number;
            lastAcceptance?: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                until: string;
            };
            /** @constant */
            isRestricted?: true;
            formerTickets?: components["schemas"]["RemediationTicket"][];
            followsUp?: components["schemas"]["Failure"];
            putAway?: {
                /** Format: date-time */
                at: string;
            };
            notTold?: components["schemas"]["TicketNotTold"];
            attempt: number;
            /** Format: date-time */
            ambiguousSince: string;
            /** Format: date-time */
            nextSearchAt: string;
        } | {
            /** @constant */
            state: "open";
            id: string;
            postMortemId: string;
            title: string;
            ownerTeam: string;
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            route: {
                project: string;
                issueType: string;
                component?: string;
            };
            routeName?: string;
            routeSite?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            firstDueAt?: string;
            /** Format: date-time */
            requestedAt: string;
            checks: components["schemas"]["Check"][];
            untestedBecause?: string;
            steps: string[];
            attestations: components["schemas"]["Attestation"][];
            /** Format: date-time */
            overdueSince?: string;
            /** Format: date-time */
            overdueTold?: string;
            /** Format: date-time */
            checkAskedAt?: string;
            reopenCount: number;
            evidenceReopenedAt?: string[];
            pushes?: number;
            pushedDueDate?: {
                pushes: number;
                /** @enum {string} */
                putBack?: "owed" | "done" | "refused";
            };
            /** Format: date-time */
            closedInBulkAt?: string;
            workedBy?: components["schemas"]["TicketPerson"][];
            existingWork?: components["schemas"]["ExistingWork"];
            acceptanceCount?: number;
            lastAcceptance?: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                until: string;
            };
            /** @constant */
            isRestricted?: true;
            formerTickets?: components["schemas"]["RemediationTicket"][];
            followsUp?: components["schemas"]["Failure"];
            putAway?: {
                /** Format: date-time */
                at: string;
            };
            notTold?: components["schemas"]["TicketNotTold"];
            ticket: components["schemas"]["RemediationTicket"];
            /** Format: date-time */
            endedClaimAt?: string;
            closedWithoutClaim?: {
                /** Format: date-time */
                at: string;
                by?: components["schemas"]["TicketPerson"];
                outcome: string;
            };
        } | {
            /** @constant */
            state: "claimed";
            id: string;
            postMortemId: string;
            title: string;
            ownerTeam: string;
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            route: {
                project: string;
                issueType: string;
                component?: string;
            };
            routeName?: string;
            routeSite?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            firstDueAt?: string;
            /** Format: date-time */
            requestedAt: string;
            checks: components["schemas"]["Check"][];
            untestedBecause?: string;
            steps: string[];
            attestations: components["schemas"]["Attestation"][];
            /** Format: date-time */
            overdueSince?: string;
            /** Format: date-time */
            overdueTold?: string;
            /** Format: date-time */
            checkAskedAt?: string;
            reopenCount: number;
            evidenceReopenedAt?: string[];
            pushes?: number;
            pushedDueDate?: {
                pushes: number;
                /** @enum {string} */
                putBack?: "owed" | "done" | "refused";
            };
            /** Format: date-time */
            closedInBulkAt?: string;
            workedBy?: components["schemas"]["TicketPerson"][];
            existingWork?: components["schemas"]["ExistingWork"];
            acceptanceCount?: number;
            lastAcceptance?: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                until: string;
            };
            /** @constant */
            isRestricted?: true;
            formerTickets?: components["schemas"]["RemediationTicket"][];
            followsUp?: components["schemas"]["Failure"];
            putAway?: {
                /** Format: date-time */
                at: string;
            };
            notTold?: components["schemas"]["TicketNotTold"];
            ticket: components["schemas"]["RemediationTicket"];
            /** @constant */
            step: 0;
            /** Format: date-time */
            nextCheckAt?: string;
            doubt?: {
                /** Format: date-time */
                at: string;
                source: string;
                resource?: string;
                /** Format: date-time */
                regularCheckAt?: string;
            };
            silence?: {
                /** @enum {string} */
                rung: "late" | "unproven";
                /** Format: date-time */
                expectedAt: string;
            };
            excused?: {
                /** Format: date-time */
                expectedAt: string;
            };
            /** Format: date-time */
            heldUntil?: string;
            /** Format: date-time */
            setBackTo?: string;
            claim: components["schemas"]["Claim"];
            /** Format: date-time */
            lastCheckAt?: string;
            /** Format: date-time */
            provenAt?: string;
            asked?: {
                number: number;
                check: number;
                source: string;
                resource: string;
                /** @enum {string} */
                because: "fail" | "step" | "decay";
                /** Format: date-time */
                at: string;
            }[];
            regraded?: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                upgradedAt: string;
            };
        } | {
            /** @constant */
            state: "verifying";
            id: string;
            postMortemId: string;
            title: string;
            ownerTeam: string;
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            route: {
                project: string;
                issueType: string;
                component?: string;
            };
            routeName?: string;
            routeSite?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            firstDueAt?: string;
            /** Format: date-time */
            requestedAt: string;
            checks: components["schemas"]["Check"][];
            untestedBecause?: string;
            steps: string[];
            attestations: components["schemas"]["Attestation"][];
            /** Format: date-time */
            overdueSince?: string;
            /** Format: date-time */
            overdueTold?: string;
            /** Format: date-time */
            checkAskedAt?: string;
            reopenCount: number;
            evidenceReopenedAt?: string[];
            pushes?: number;
            pushedDueDate?: {
                pushes: number;
                /** @enum {string} */
                putBack?: "owed" | "done" | "refused";
            };
            /** Format: date-time */
            closedInBulkAt?: string;
            workedBy?: components["schemas"]["TicketPerson"][];
            existingWork?: components["schemas"]["ExistingWork"];
            acceptanceCount?: number;
            lastAcceptance?: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                until: string;
            };
            /** @constant */
            isRestricted?: true;
            formerTickets?: components["schemas"]["RemediationTicket"][];
            followsUp?: components["schemas"]["Failure"];
            putAway?: {
                /** Format: date-time */
                at: string;
            };
            notTold?: components["schemas"]["TicketNotTold"];
            ticket: components["schemas"]["RemediationTicket"];
            step: number;
            /** Format: date-time */
            nextCheckAt?: string;
            doubt?: {
                /** Format: date-time */
                at: string;
                source: string;
                resource?: string;
                /** Format: date-time */
                regularCheckAt?: string;
            };
            silence?: {
                /** @enum {string} */
                rung: "late" | "unproven";
                /** Format: date-time */
                expectedAt: string;
            };
            excused?: {
                /** Format: date-time */
                expectedAt: string;
            };
            /** Format: date-time */
            heldUntil?: string;
            /** Format: date-time */
            setBackTo?: string;
            claim: components["schemas"]["Claim"];
            /** Format: date-time */
            lastCheckAt?: string;
            /** Format: date-time */
            provenAt?: string;
            asked?: {
                number: number;
                check: number;
                source: string;
                resource: string;
                /** @enum {string} */
                because: "fail" | "step" | "decay";
                /** Format: date-time */
                at: string;
            }[];
            regraded?: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                upgradedAt: string;
            };
        } | {
            /** @constant */
            state: "verified";
            id: string;
            postMortemId: string;
            title: string;
            ownerTeam: string;
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            route: {
                project: string;
                issueType: string;
                component?: string;
            };
            routeName?: string;
            routeSite?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            firstDueAt?: string;
            /** Format: date-time */
            requestedAt: string;
            checks: components["schemas"]["Check"][];
            untestedBecause?: string;
            steps: string[];
            attestations: components["schemas"]["Attestation"][];
            /** Format: date-time */
            overdueSince?: string;
            /** Format: date-time */
            overdueTold?: string;
            /** Format: date-time */
            checkAskedAt?: string;
            reopenCount: number;
            evidenceReopenedAt?: string[];
            pushes?: number;
            pushedDueDate?: {
                pushes: number;
                /** @enum {string} */
                putBack?: "owed" | "done" | "refused";
            };
            /** Format: date-time */
            closedInBulkAt?: string;
            workedBy?: components["schemas"]["TicketPerson"][];
            existingWork?: components["schemas"]["ExistingWork"];
            acceptanceCount?: number;
            lastAcceptance?: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                until: string;
            };
            /** @constant */
            isRestricted?: true;
            formerTickets?: components["schemas"]["RemediationTicket"][];
            followsUp?: components["schemas"]["Failure"];
            putAway?: {
                /** Format: date-time */
                at: string;
            };
            notTold?: components["schemas"]["TicketNotTold"];
            ticket: components["schemas"]["RemediationTicket"];
            step?: number;
            /** Format: date-time */
            nextCheckAt?: string;
            doubt?: {
                /** Format: date-time */
                at: string;
                source: string;
                resource?: string;
                /** Format: date-time */
                regularCheckAt?: string;
            };
            silence?: {
                /** @enum {string} */
                rung: "late" | "unproven";
                /** Format: date-time */
                expectedAt: string;
            };
            excused?: {
                /** Format: date-time */
                expectedAt: string;
            };
            /** Format: date-time */
            heldUntil?: string;
            /** Format: date-time */
            setBackTo?: string;
            claim: components["schemas"]["Claim"];
            /** Format: date-time */
            lastCheckAt?: string;
            /** Format: date-time */
            provenAt?: string;
            asked?: {
                number: number;
                check: number;
                source: string;
                resource: string;
                /** @enum {string} */
                because: "fail" | "step" | "decay";
                /** Format: date-time */
                at: string;
            }[];
            regraded?: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                upgradedAt: string;
            };
            /** Format: date-time */
            verifiedAt: string;
            /** @enum {string} */
            grade?: "proven" | "attested" | "done, not tested";
        } | {
            /** @constant */
            state: "ineffective";
            id: string;
            postMortemId: string;
            title: string;
            ownerTeam: string;
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            route: {
                project: string;
                issueType: string;
                component?: string;
            };
            routeName?: string;
            routeSite?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            firstDueAt?: string;
            /** Format: date-time */
            requestedAt: string;
            checks: components["schemas"]["Check"][];
            untestedBecause?: string;
            steps: string[];
            attestations: components["schemas"]["Attestation"][];
            /** Format: date-time */
            overdueSince?: string;
            /** Format: date-time */
            overdueTold?: string;
            /** Format: date-time */
            checkAskedAt?: string;
            reopenCount: number;
            evidenceReopenedAt?: string[];
            pushes?: number;
            pushedDueDate?: {
                pushes: number;
                /** @enum {string} */
                putBack?: "owed" | "done" | "refused";
            };
            /** Format: date-time */
            closedInBulkAt?: string;
            workedBy?: components["schemas"]["TicketPerson"][];
            existingWork?: components["schemas"]["ExistingWork"];
            acceptanceCount?: number;
            lastAcceptance?: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                until: string;
            };
            /** @constant */
            isRestricted?: true;
            formerTickets?: components["schemas"]["RemediationTicket"][];
            followsUp?: components["schemas"]["Failure"];
            putAway?: {
                /** Format: date-time */
                at: string;
            };
            notTold?: components["schemas"]["TicketNotTold"];
            ticket: components["schemas"]["RemediationTicket"];
            failure: components["schemas"]["Failure"];
            /** Format: date-time */
            claimAt?: string;
            kept?: components["schemas"]["KeptClaim"];
            /** Format: date-time */
            leaseExpiresAt?: string;
            refusedBecause?: string;
            refusals?: number;
        } | {
            /** @constant */
            state: "regressed";
            id: string;
            postMortemId: string;
            title: string;
            ownerTeam: string;
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            route: {
                project: string;
                issueType: string;
                component?: string;
            };
            routeName?: string;
            routeSite?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            firstDueAt?: string;
            /** Format: date-time */
            requestedAt: string;
            checks: components["schemas"]["Check"][];
            untestedBecause?: string;
            steps: string[];
            attestations: components["schemas"]["Attestation"][];
            /** Format: date-time */
            overdueSince?: string;
            /** Format: date-time */
            overdueTold?: string;
            /** Format: date-time */
            checkAskedAt?: string;
            reopenCount: number;
            evidenceReopenedAt?: string[];
            pushes?: number;
            pushedDueDate?: {
                pushes: number;
                /** @enum {string} */
                putBack?: "owed" | "done" | "refused";
            };
            /** Format: date-time */
            closedInBulkAt?: string;
            workedBy?: components["schemas"]["TicketPerson"][];
            existingWork?: components["schemas"]["ExistingWork"];
            acceptanceCount?: number;
            lastAcceptance?: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                until: string;
            };
            /** @constant */
            isRestricted?: true;
            formerTickets?: components["schemas"]["RemediationTicket"][];
            followsUp?: components["schemas"]["Failure"];
            putAway?: {
                /** Format: date-time */
                at: string;
            };
            notTold?: components["schemas"]["TicketNotTold"];
            ticket: components["schemas"]["RemediationTicket"];
            failure: components["schemas"]["Failure"];
            /** Format: date-time */
            claimAt?: string;
            kept?: components["schemas"]["KeptClaim"];
            /** Format: date-time */
            leaseExpiresAt?: string;
            refusedBecause?: string;
            refusals?: number;
        } | {
            /** @constant */
            state: "accepted";
            id: string;
            postMortemId: string;
            title: string;
            ownerTeam: string;
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            route: {
                project: string;
                issueType: string;
                component?: string;
            };
            routeName?: string;
            routeSite?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            firstDueAt?: string;
            /** Format: date-time */
            requestedAt: string;
            checks: components["schemas"]["Check"][];
            untestedBecause?: string;
            steps: string[];
            attestations: components["schemas"]["Attestation"][];
            /** Format: date-time */
            overdueSince?: string;
            /** Format: date-time */
            overdueTold?: string;
            /** Format: date-time */
            checkAskedAt?: string;
            reopenCount: number;
            evidenceReopenedAt?: string[];
            pushes?: number;
            pushedDueDate?: {
                pushes: number;
                /** @enum {string} */
                putBack?: "owed" | "done" | "refused";
            };
            /** Format: date-time */
            closedInBulkAt?: string;
            workedBy?: components["schemas"]["TicketPerson"][];
            existingWork?: components["schemas"]["ExistingWork"];
            acceptanceCount?: number;
            lastAcceptance?: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                until: string;
            };
            /** @constant */
            isRestricted?: true;
            formerTickets?: components["schemas"]["RemediationTicket"][];
            followsUp?: components["schemas"]["Failure"];
            putAway?: {
                /** Format: date-time */
                at: string;
            };
            notTold?: components["schemas"]["TicketNotTold"];
            ticket: components["schemas"]["RemediationTicket"];
            acceptance: {
                /** Format: date-time */
                until: string;
                reason: string;
                compensatingControl: string;
                by: components["schemas"]["Person"];
                /** Format: date-time */
                at: string;
            };
            kept?: components["schemas"]["KeptClaim"];
            /** Format: date-time */
            endedClaimAt?: string;
            closedWithoutClaim?: {
                /** Format: date-time */
                at: string;
                by?: components["schemas"]["TicketPerson"];
                outcome: string;
            };
        } | {
            /** @constant */
            state: "cancelled";
            id: string;
            postMortemId: string;
            title: string;
            ownerTeam: string;
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            route: {
                project: string;
                issueType: string;
                component?: string;
            };
            routeName?: string;
            routeSite?: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            firstDueAt?: string;
            /** Format: date-time */
            requestedAt: string;
            checks: components["schemas"]["Check"][];
            untestedBecause?: string;
            steps: string[];
            attestations: components["schemas"]["Attestation"][];
            /** Format: date-time */
            overdueSince?: string;
            /** Format: date-time */
            overdueTold?: string;
            /** Format: date-time */
            checkAskedAt?: string;
            reopenCount: number;
            evidenceReopenedAt?: string[];
            pushes?: number;
            pushedDueDate?: {
                pushes: number;
                /** @enum {string} */
                putBack?: "owed" | "done" | "refused";
            };
            /** Format: date-time */
            closedInBulkAt?: string;
            workedBy?: components["schemas"]["TicketPerson"][];
            existingWork?: components["schemas"]["ExistingWork"];
            acceptanceCount?: number;
            lastAcceptance?: {
                by: components["schemas"]["Person"];
                /** Format: date-time */
                until: string;
            };
            /** @constant */
            isRestricted?: true;
            formerTickets?: components["schemas"]["RemediationTicket"][];
            followsUp?: components["schemas"]["Failure"];
            putAway?: {
                /** Format: date-time */
                at: string;
            };
            notTold?: components["schemas"]["TicketNotTold"];
            ticket?: components["schemas"]["RemediationTicket"];
            reason: string;
            by: components["schemas"]["Person"];
            /** Format: date-time */
            at: string;
        };
        RemediationTicket: {
            site: string;
            issueId: string;
            key: string;
            assignee?: components["schemas"]["TicketPerson"];
            title?: string;
            dueOn?: string | null;
            priority?: {
                id?: string;
                name?: string;
            };
            /** Format: date-time */
            updatedAt?: string;
            /** Format: date-time */
            ownDueOnAt?: string;
            /** Format: date-time */
            missingSince?: string;
        };
        ResponseSection: {
            procedures: {
                name: string;
                /** @enum {string} */
                wasFollowed: "yes" | "partly" | "no";
                /** @enum {string} */
                wasAdequate: "yes" | "partly" | "no";
                policy?: string;
                note?: string;
            }[];
            tools?: string;
            peopleAndSkills?: string;
            escalation?: string;
            communication?: string;
            neededSooner?: string;
            heldRecoveryBack?: string;
            containment?: {
                description: string;
                /** Format: date-time */
                at?: string;
            };
            eradication?: {
                description: string;
                /** Format: date-time */
                at?: string;
            };
            recovery?: {
                description: string;
                /** Format: date-time */
                at?: string;
            };
        };
        ResponseSectionDraft: {
            /** @default [] */
            procedures: {
                name: components["schemas"]["LineDraft"];
                /** @enum {string} */
                wasFollowed: "yes" | "partly" | "no";
                /** @enum {string} */
                wasAdequate: "yes" | "partly" | "no";
                policy?: components["schemas"]["LineDraft"];
                note?: components["schemas"]["LineDraft"];
            }[];
            tools?: components["schemas"]["TextDraft"];
            peopleAndSkills?: components["schemas"]["TextDraft"];
            escalation?: components["schemas"]["TextDraft"];
            communication?: components["schemas"]["TextDraft"];
            neededSooner?: components["schemas"]["TextDraft"];
            heldRecoveryBack?: components["schemas"]["TextDraft"];
            containment?: {
                description: components["schemas"]["TextDraft"];
                /** Format: date-time */
                at?: string;
            };
            eradication?: {
                description: components["schemas"]["TextDraft"];
                /** Format: date-time */
                at?: string;
            };
            recovery?: {
                description: components["schemas"]["TextDraft"];
                /** Format: date-time */
                at?: string;
            };
        };
        RootCause: {
            /** @enum {string} */
            kind: "technical" | "procedural" | "human";
            statement: string;
            whys: string[];
            worksWith?: string[];
            id: string;
        };
        RootCauseDraft: {
            /** @enum {string} */
            kind: "technical" | "procedural" | "human";
            statement: string;
            /** @default [] */
            whys: components["schemas"]["LineDraft"][];
            worksWith?: string[];
            id?: unknown;
        };
        SharingSection: {
            text?: string;
            noNotificationBecause?: string;
        };
        SharingSectionDraft: {
            text?: components["schemas"]["TextDraft"];
            noNotificationBecause?: string;
        };
        SourceSection: {
            vocabulary: string;
            version?: string;
            facts: {
                name: string;
                value: string;
            }[];
        };
        SourceSectionDraft: {
            vocabulary: components["schemas"]["LineDraft"];
            version?: components["schemas"]["LineDraft"];
            facts: {
                name: string;
                value: string;
            }[];
        };
        SummarySection: {
            text: string;
        };
        SummarySectionDraft: {
            text: components["schemas"]["TextDraft"];
        };
        TextDraft: string;
        TicketNotTold: {
            /** @enum {string} */
            about: "failure" | "follow-up" | "link to the follow-up" | "instruction" | "closing" | "standing" | "decision" | "move";
            because: string;
            /** Format: date-time */
            at: string;
            /** @constant */
            isMissing?: true;
        };
        TicketPerson: {
            accountId: string;
            name: string;
            email?: string;
        };
        VerificationPlan: {
            checks: ({
                /** @constant */
                kind: "signal";
                subject: {
                    /** @enum {string} */
                    type: "control" | "technique" | "detection" | "remediation";
                    id: string & (unknown & unknown);
                };
                sources?: string[];
                need?: ("all" | "any") | number;
                resources?: string[];
                /** @constant */
                seenFailingBefore?: true;
            } | {
                /** @constant */
                kind: "attestation";
                statement: string;
            } | {
                /** @constant */
                kind: "ticket state";
            })[];
            steps?: string[];
            untestedBecause?: string;
        };
        VerificationPlanDraft: {
            checks: ({
                /** @constant */
                kind: "signal";
                subject: {
                    /** @enum {string} */
                    type: "control" | "technique" | "detection" | "remediation";
                    id: string & (unknown & unknown);
                };
                sources?: string[];
                need?: ("all" | "any") | number;
                resources?: string[];
                /** @constant */
                seenFailingBefore?: true;
            } | {
                /** @constant */
                kind: "attestation";
                statement: string;
            } | {
                /** @constant */
                kind: "ticket state";
            })[];
            steps?: string[];
            untestedBecause?: string;
        };
    };
    responses: {
        /** @description The request is not of the shape that is wanted; `errors` points at each wrong field */
        400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no token, or none that names somebody */
        401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role, or the four-eyes rule, does not let the caller do this */
        403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing at this address, or nothing that the caller may know of */
        404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of the record does not allow this, or too many wrote at the same time */
        409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was read has changed since; `currentEtag` is the version that is there */
        412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is over its limit */
        413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Understood and not possible: something is missing, unknown or over a limit */
        422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is missing */
        428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Asked again too soon; `Retry-After` says in how many seconds */
        429: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Our mistake; it was logged */
        500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listRecords: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                status?: ("open" | "in review" | "approved" | "closed" | "waived" | "merged")[];
                kind?: ("incident" | "near miss" | "exercise" | "periodic review")[];
                severity?: ("critical" | "high" | "medium" | "low")[];
                category?: string[];
                technique?: string[];
                mine?: "true";
                dueBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of records that the caller may read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        postMortems: ({
                            id: string;
                            /** @enum {string} */
                            kind: "incident" | "near miss" | "exercise" | "periodic review";
                            /** @enum {string} */
                            status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
                            /** @enum {string} */
                            severity: "critical" | "high" | "medium" | "low";
                            category?: string;
                            /** @enum {string} */
                            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                            incident: {
                                /** @enum {string} */
                                source: "jira" | "holdfast-json" | "holdfast";
                                key: string;
                                title: string;
                            };
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                        } | {
                            id: string;
                            /** @enum {string} */
                            status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
                            /** @enum {string} */
                            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                        })[];
                        next?: string;
                        looked?: {
                            at: number;
                            of?: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            500: components["responses"]["500"];
        };
    };
    openRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "near miss",
                 *       "title": "Backup key found in a public repository",
                 *       "severity": "high",
                 *       "tlp": "AMBER"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "incident" | "near miss" | "exercise" | "periodic review";
                    title: string;
                    description?: string;
                    /** @enum {string} */
                    severity: "critical" | "high" | "medium" | "low";
                    category?: string;
                    /** @enum {string} */
                    tlp?: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                    /** Format: date-time */
                    beganAt?: string;
                    /** Format: date-time */
                    endedAt?: string;
                    /** Format: uri */
                    url?: string;
                    scope?: {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        covers: string[];
                    };
                };
            };
        };
        responses: {
            /** @description The record */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description Where it is, below the address of the API */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    search: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of what was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        postMortems: ({
                            id: string;
                            /** @enum {string} */
                            kind: "incident" | "near miss" | "exercise" | "periodic review";
                            /** @enum {string} */
                            status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
                            /** @enum {string} */
                            severity: "critical" | "high" | "medium" | "low";
                            category?: string;
                            /** @enum {string} */
                            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                            incident: {
                                /** @enum {string} */
                                source: "jira" | "holdfast-json" | "holdfast";
                                key: string;
                                title: string;
                            };
                            /** Format: date-time */
                            openedAt: string;
                            /** Format: date-time */
                            dueAt: string;
                        } | {
                            id: string;
                            /** @enum {string} */
                            status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
                            /** @enum {string} */
                            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                        })[];
                        next?: string;
                        looked?: {
                            at: number;
                            of?: number;
                        };
                        isWhole: boolean;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            500: components["responses"]["500"];
        };
    };
    readMyWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The next of each */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        toDecide: {
                            lines: ({
                                id: string;
                                /** @enum {string} */
                                kind: "incident" | "near miss" | "exercise" | "periodic review";
                                /** @enum {string} */
                                status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
                                /** @enum {string} */
                                severity: "critical" | "high" | "medium" | "low";
                                category?: string;
                                /** @enum {string} */
                                tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                                incident: {
                                    /** @enum {string} */
                                    source: "jira" | "holdfast-json" | "holdfast";
                                    key: string;
                                    title: string;
                                };
                                /** Format: date-time */
                                openedAt: string;
                                /** Format: date-time */
                                dueAt: string;
                            } | {
                                id: string;
                                /** @enum {string} */
                                status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
                                /** @enum {string} */
                                tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                            })[];
                            more: boolean;
                        };
                        toWrite: {
                            lines: ({
                                id: string;
                                /** @enum {string} */
                                kind: "incident" | "near miss" | "exercise" | "periodic review";
                                /** @enum {string} */
                                status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
                                /** @enum {string} */
                                severity: "critical" | "high" | "medium" | "low";
                                category?: string;
                                /** @enum {string} */
                                tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                                incident: {
                                    /** @enum {string} */
                                    source: "jira" | "holdfast-json" | "holdfast";
                                    key: string;
                                    title: string;
                                };
                                /** Format: date-time */
                                openedAt: string;
                                /** Format: date-time */
                                dueAt: string;
                            } | {
                                id: string;
                                /** @enum {string} */
                                status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
                                /** @enum {string} */
                                tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                            })[];
                            more: boolean;
                        };
                        toProve: {
                            lines: ({
                                id: string;
                                postMortemId: string;
                                /** @enum {string} */
                                state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                                /** @enum {string} */
                                grade?: "proven" | "attested" | "done, not tested";
                                title: string;
                                ownerTeam: string;
                                /** @enum {string} */
                                priority: "critical" | "high" | "medium" | "low";
                                /** Format: date-time */
                                dueAt: string;
                                /** Format: date-time */
                                overdueSince?: string;
                                /** @constant */
                                isUnproven?: true;
                                ticket?: {
                                    site: string;
                                    key: string;
                                };
                                incident: string;
                                /** @enum {string} */
                                tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                            } | {
                                id: string;
                                postMortemId: string;
                                /** @enum {string} */
                                state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                                /** @enum {string} */
                                tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                            })[];
                            more: boolean;
                        };
                        toPutInPlace: {
                            lines: ({
                                id: string;
                                statement: string;
                                /** @enum {string} */
                                updates: "policy" | "procedure" | "response plan" | "training" | "detection";
                                document: string;
                                ownerTeam: string;
                                /** @enum {string} */
                                status: "open" | "in place";
                                postMortemId: string;
                                dueAt: unknown;
                                version?: string;
                                incident: string;
                                /** @enum {string} */
                                tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                            } | {
                                id: string;
                                postMortemId: string;
                                /** @enum {string} */
                                status: "open" | "in place";
                                /** @enum {string} */
                                tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                            })[];
                            more: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            500: components["responses"]["500"];
        };
    };
    readSummary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts; what there is none of is left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        postMortems: {
                            status: string;
                            severity: string;
                            count: number;
                        }[];
                        remediations: {
                            state: string;
                            team: string;
                            count: number;
                        }[];
                        grades: {
                            grade: string;
                            team: string;
                            count: number;
                        }[];
                        lessons: {
                            status: string;
                            team: string;
                            count: number;
                        }[];
                        openedIn: {
                            month: string;
                            count: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            500: components["responses"]["500"];
        };
    };
    listAllRemediations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                state?: ("requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled")[];
                grade?: ("proven" | "attested" | "done, not tested")[];
                team?: string[];
                mine?: "true";
                priority?: ("critical" | "high" | "medium" | "low")[];
                overdue?: "true";
                dueBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of fixes of records that the caller may read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        remediations: ({
                            id: string;
                            postMortemId: string;
                            /** @enum {string} */
                            state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                            /** @enum {string} */
                            grade?: "proven" | "attested" | "done, not tested";
                            title: string;
                            ownerTeam: string;
                            /** @enum {string} */
                            priority: "critical" | "high" | "medium" | "low";
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: date-time */
                            overdueSince?: string;
                            /** @constant */
                            isUnproven?: true;
                            ticket?: {
                                site: string;
                                key: string;
                            };
                            incident: string;
                            /** @enum {string} */
                            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                        } | {
                            id: string;
                            postMortemId: string;
                            /** @enum {string} */
                            state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                            /** @enum {string} */
                            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                        })[];
                        next?: string;
                        looked?: {
                            at: number;
                            of?: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            500: components["responses"]["500"];
        };
    };
    listLessons: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                status?: ("open" | "in place")[];
                team?: string[];
                updates?: ("policy" | "procedure" | "response plan" | "training" | "detection")[];
                dueBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of lessons of records that the caller may read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lessons: ({
                            id: string;
                            statement: string;
                            /** @enum {string} */
                            updates: "policy" | "procedure" | "response plan" | "training" | "detection";
                            document: string;
                            ownerTeam: string;
                            /** @enum {string} */
                            status: "open" | "in place";
                            postMortemId: string;
                            dueAt: unknown;
                            version?: string;
                            incident: string;
                            /** @enum {string} */
                            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                        } | {
                            id: string;
                            postMortemId: string;
                            /** @enum {string} */
                            status: "open" | "in place";
                            /** @enum {string} */
                            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                        })[];
                        next?: string;
                        looked?: {
                            at: number;
                            of?: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            500: components["responses"]["500"];
        };
    };
    listSignals: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                subjectType?: "control" | "technique" | "detection" | "remediation";
                subject?: string & (unknown & unknown);
                resource?: string;
                source?: string[];
                outcome?: ("pass" | "fail" | "not judged" | "gone")[];
                since?: string;
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of signals that the caller may know of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signals: {
                            id: string;
                            subject: {
                                /** @enum {string} */
                                type: "control" | "technique" | "detection" | "remediation";
                                id: string & (unknown & unknown);
                            };
                            resource?: string;
                            /** @enum {string} */
                            outcome: "pass" | "fail" | "not judged" | "gone";
                            source: string;
                            observedAt: unknown;
                            receivedAt: unknown;
                            toldBy: {
                                /** @enum {string} */
                                kind: "person" | "machine" | "system";
                                id: string;
                                name?: string;
                            };
                            reason?: string;
                            detail?: string;
                            url?: string;
                            answerTo?: string;
                        }[];
                        next?: string;
                        looked?: {
                            at: number;
                            of?: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            500: components["responses"]["500"];
        };
    };
    listReports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                kind?: "overdue" | "validation";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reports: {
                            name: string;
                            /** @enum {string} */
                            kind: "overdue" | "validation";
                            generatedAt: unknown;
                            period: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                            };
                            summary: string;
                            madeFor?: {
                                /** @enum {string} */
                                kind: "person" | "machine";
                                id: string;
                                name?: string;
                            };
                        }[];
                        next?: string;
                        looked?: {
                            at: number;
                            of?: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            500: components["responses"]["500"];
        };
    };
    makeReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "overdue"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "overdue" | "validation";
                    mail?: boolean;
                };
            };
        };
        responses: {
            /** @description Where the report is, or will be within minutes */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "overdue" | "validation";
                        path: string;
                        isThere: boolean;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    readReport: {
        parameters: {
            query?: {
                format?: "json" | "html" | "markdown" | "csv";
            };
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        schemaVersion: 1;
                        title: string;
                        /** Format: date-time */
                        generatedAt: string;
                        period: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        };
                        headline: string;
                        /** @constant */
                        kind: "overdue";
                        measures: {
                            overdue: number;
                            byPriority: {
                                critical: number;
                                high: number;
                                medium: number;
                                low: number;
                            };
                            medianLateMs: number | null;
                            longestLateMs: number | null;
                            reviewsPastDue: number;
                            acceptancesRunOut: number;
                            acceptancesRunningOut: number;
                            lessonsOverdue: number;
                            lessonsSoon: number;
                            notificationsOverdue: number;
                            notificationsSoon: number;
                        };
                        teams: {
                            ownerTeam: string;
                            byPriority: {
                                critical: number;
                                high: number;
                                medium: number;
                                low: number;
                            };
                            remediations: {
                                remediationId: string;
                                postMortemId: string;
                                title: string;
                                ownerTeam: string;
                                key?: string;
                                /** Format: uri */
                                ticketUrl?: string;
                                /** Format: uri */
                                recordUrl: string;
                                /** @enum {string} */
                                priority: "critical" | "high" | "medium" | "low";
                                /** Format: date-time */
                                dueAt: string;
                                lateMs: number;
                                reopenCount: number;
                                pushes: number;
                                hangs?: string;
                                turnTo?: {
                                    lead: string;
                                    head?: string;
                                };
                            }[];
                        }[];
                        reviews: {
                            postMortemId: string;
                            incidentKey: string;
                            /** Format: uri */
                            incidentUrl?: string;
                            title: string;
                            /** @enum {string} */
                            severity: "critical" | "high" | "medium" | "low";
                            /** @enum {string} */
                            status: "open" | "in review";
                            template: string;
                            approvals: {
                                given: number;
                                wanted: number;
                            };
                            /** Format: date-time */
                            dueAt: string;
                            lateMs: number;
                            /** Format: uri */
                            recordUrl: string;
                        }[];
                        lessons: {
                            postMortemId: string;
                            /** Format: uri */
                            recordUrl: string;
                            /** @enum {string} */
                            severity?: "critical" | "high" | "medium" | "low";
                            what: string;
                            /** Format: date-time */
                            dueAt: string;
                            isOverdue: boolean;
                            lessonId: string;
                            ownerTeam: string;
                            /** @enum {string} */
                            duty: "put in place" | "review";
                        }[];
                        notifications: {
                            postMortemId: string;
                            /** Format: uri */
                            recordUrl: string;
                            /** @enum {string} */
                            severity?: "critical" | "high" | "medium" | "low";
                            what: string;
                            /** Format: date-time */
                            dueAt: string;
                            isOverdue: boolean;
                            notificationId: string;
                        }[];
                        acceptances: {
                            remediationId: string;
                            postMortemId: string;
                            title: string;
                            ownerTeam: string;
                            key?: string;
                            /** Format: uri */
                            ticketUrl?: string;
                            /** Format: uri */
                            recordUrl: string;
                            /** @enum {string} */
                            priority: "critical" | "high" | "medium" | "low";
                            /** Format: date-time */
                            until: string;
                            hasRunOut: boolean;
                            reason: string;
                            compensatingControl: string;
                            acceptedBy: string;
                            /** Format: date-time */
                            acceptedAt: string;
                            renewals: number;
                        }[];
                    } | {
                        /** @constant */
                        schemaVersion: 1;
                        title: string;
                        /** Format: date-time */
                        generatedAt: string;
                        period: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        };
                        headline: string;
                        /** @constant */
                        kind: "validation";
                        now?: {
                            claims: number;
                            standings: {
                                "did not hold": number;
                                unproven: number;
                                late: number;
                                "in doubt": number;
                                proven: number;
                                attested: number;
                                "done, not tested": number;
                                passing: number;
                                claimed: number;
                                reopened: number;
                            };
                            proven: {
                                share: number;
                                low: number;
                                high: number;
                            } | null;
                            attention: {
                                remediationId: string;
                                postMortemId: string;
                                title: string;
                                ownerTeam: string;
                                key: string;
                                /** Format: uri */
                                ticketUrl: string;
                                /** Format: uri */
                                recordUrl: string;
                                /** @enum {string} */
                                priority: "critical" | "high" | "medium" | "low";
                                /** @enum {string} */
                                standing: "did not hold" | "unproven" | "late" | "in doubt" | "proven" | "attested" | "done, not tested" | "passing" | "claimed" | "reopened";
                                /** Format: date-time */
                                since: string;
                                /** Format: date-time */
                                dueAt: string;
                                reopenCount: number;
                                pushes: number;
                            }[];
                            attentionCount: number;
                        };
                        intakeDowns?: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to?: string;
                        }[];
                        measures: {
                            fixes: number;
                            standings: {
                                "did not hold": number;
                                unproven: number;
                                late: number;
                                "in doubt": number;
                                proven: number;
                                attested: number;
                                "done, not tested": number;
                                passing: number;
                                claimed: number;
                                reopened: number;
                            };
                            newlyClaimed: number;
                            reopened: number;
                            proven: {
                                share: number;
                                low: number;
                                high: number;
                            } | null;
                            medianClaimToProofMs: number | null;
                            overdue: number;
                            byTeam: {
                                ownerTeam: string;
                                standings: {
                                    "did not hold": number;
                                    unproven: number;
                                    late: number;
                                    "in doubt": number;
                                    proven: number;
                                    attested: number;
                                    "done, not tested": number;
                                    passing: number;
                                    claimed: number;
                                    reopened: number;
                                };
                            }[];
                            byPriority: {
                                priority: ("critical" | "high" | "medium" | "low") | "unknown";
                                standings: {
                                    "did not hold": number;
                                    unproven: number;
                                    late: number;
                                    "in doubt": number;
                                    proven: number;
                                    attested: number;
                                    "done, not tested": number;
                                    passing: number;
                                    claimed: number;
                                    reopened: number;
                                };
                            }[];
                        };
                        fixes: {
                            remediationId: string;
                            postMortemId: string;
                            title: string;
                            ownerTeam: string;
                            key: string;
                            /** Format: uri */
                            ticketUrl: string;
                            /** Format: uri */
                            recordUrl: string;
                            /** @enum {string} */
                            priority?: "critical" | "high" | "medium" | "low";
                            /** @enum {string} */
                            standing: "did not hold" | "unproven" | "late" | "in doubt" | "proven" | "attested" | "done, not tested" | "passing" | "claimed" | "reopened";
                            /** Format: date-time */
                            since: string;
                            story: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                event: "claimed" | "passed a step" | "in doubt" | "excused" | "late" | "unproven" | "set back" | "held" | "proven" | "still holds" | "regraded" | "ineffective" | "regressed" | "reopened";
                                times: number;
                                results: components["schemas"]["CheckResult"][];
                            }[];
                            untestedBecause?: string;
                            wanted: components["schemas"]["CheckResult"][];
                            /** Format: date-time */
                            nextCheckAt?: string;
                        }[];
                        changes?: {
                            remediationId: string;
                            postMortemId: string;
                            title: string;
                            ownerTeam: string;
                            key: string;
                            /** Format: uri */
                            ticketUrl: string;
                            /** Format: uri */
                            recordUrl: string;
                            /** @enum {string} */
                            what: "due date pushed, put back" | "due date pushed, left" | "due date pushed while done" | "due date not put back" | "priority lowered" | "moved where no route leads" | "closed in bulk" | "missing" | "shown again";
                            /** Format: date-time */
                            at: string;
                            from?: string;
                            to?: string;
                            by?: string;
                        }[];
                        upcoming: {
                            remediationId: string;
                            postMortemId: string;
                            title: string;
                            ownerTeam: string;
                            key: string;
                            /** Format: uri */
                            ticketUrl: string;
                            /** Format: uri */
                            recordUrl: string;
                            /** @enum {string} */
                            priority: "critical" | "high" | "medium" | "low";
                            /** @enum {string} */
                            state: "claimed" | "verifying" | "verified";
                            /** Format: date-time */
                            nextCheckAt: string;
                            step: number;
                            steps: number;
                            checks: components["schemas"]["Check"][];
                        }[];
                        /** @constant */
                        isMoreUpcoming?: true;
                    };
                    "text/html": string;
                    "text/markdown": string;
                    "text/csv": string;
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
        };
    };
    linkReport: {
        parameters: {
            query?: {
                format?: "json" | "html" | "markdown";
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A link that is good for minutes, to whoever has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        expiresAt: unknown;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    readRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    classifyRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "category": "phishing",
                 *       "severity": "critical"
                 *     }
                 */
                "application/json": {
                    category?: string;
                    /** @enum {string} */
                    severity?: "critical" | "high" | "medium" | "low";
                    /** @enum {string} */
                    tlp?: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                    /** Format: date-time */
                    dueAt?: string;
                };
            };
        };
        responses: {
            /** @description The record */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    findRecordOfTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which record it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    readSection_framework: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FrameworkSection"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    writeSection_framework: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "objectives": [
                 *         "Find out why two passwords were given away",
                 *         "Make sure that it is harder next time"
                 *       ],
                 *       "team": [
                 *         {
                 *           "role": "facilitator",
                 *           "name": "Ben Approver",
                 *           "email": "ben@example.com"
                 *         },
                 *         {
                 *           "role": "owner",
                 *           "name": "Anna Analyst",
                 *           "email": "anna@example.com"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["FrameworkSectionDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readSection_summary: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummarySection"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    writeSection_summary: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Two people entered their passwords on a false sign-in page."
                 *     }
                 */
                "application/json": components["schemas"]["SummarySectionDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readSection_impact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpactSection"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    writeSection_impact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "Two mailboxes could be read for 52 minutes.",
                 *       "confidentiality": {
                 *         "rating": "moderate",
                 *         "description": "Mails of two people"
                 *       },
                 *       "services": [
                 *         "mail"
                 *       ],
                 *       "dataKinds": [
                 *         {
                 *           "kind": "e-mail",
                 *           "records": 2400,
                 *           "isPersonal": true
                 *         }
                 *       ],
                 *       "usersAffected": 2
                 *     }
                 */
                "application/json": components["schemas"]["ImpactSectionDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readSection_attack: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttackSection"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    writeSection_attack: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "vectors": [
                 *         "phishing",
                 *         "valid accounts"
                 *       ],
                 *       "techniques": [
                 *         {
                 *           "id": "T1566.002",
                 *           "note": "A link to a false sign-in page"
                 *         }
                 *       ],
                 *       "attackVersion": "19.1"
                 *     }
                 */
                "application/json": components["schemas"]["AttackSectionDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readSection_detection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DetectionSection"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    writeSection_detection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "how": "A recipient asked the service desk whether the mail was real.",
                 *       "detectedAt": "2026-11-19T08:40:00.000Z",
                 *       "by": {
                 *         "kind": "own staff",
                 *         "who": "payroll"
                 *       },
                 *       "whyNotSooner": "The filter knows bad domains, not new ones."
                 *     }
                 */
                "application/json": components["schemas"]["DetectionSectionDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readSection_response: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseSection"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    writeSection_response: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "procedures": [
                 *         {
                 *           "name": "Phishing",
                 *           "wasFollowed": "partly",
                 *           "wasAdequate": "yes",
                 *           "policy": "IRP-7"
                 *         }
                 *       ],
                 *       "tools": "Sessions were revoked 14 minutes after the report.",
                 *       "containment": {
                 *         "description": "Passwords reset, sessions revoked.",
                 *         "at": "2026-11-19T08:54:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ResponseSectionDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readSection_analysis: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalysisSection"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    writeSection_analysis: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "method": "five whys",
                 *       "interplay": "A new domain passed the filter, and nobody knew the false page."
                 *     }
                 */
                "application/json": components["schemas"]["AnalysisSectionDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readSection_humanFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HumanFactorSection"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    writeSection_humanFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "consideredNoneBecause": "Nobody acted: the vendor’s update failed by itself."
                 *     }
                 */
                "application/json": components["schemas"]["HumanFactorSectionDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readSection_sharing: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharingSection"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    writeSection_sharing: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "noNotificationBecause": "No personal data left the company, as far as the logs show."
                 *     }
                 */
                "application/json": components["schemas"]["SharingSectionDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readSection_source: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceSection"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    writeSection_source: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "vocabulary": "VERIS",
                 *       "version": "1.3.7",
                 *       "facts": [
                 *         {
                 *           "name": "targeted",
                 *           "value": "Opportunistic"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SourceSectionDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the section */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readTimeline: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            precision?: "minute" | "hour" | "day" | "month" | "year";
                            what: string;
                            /** @enum {string} */
                            kind: "attacker" | "detection" | "decision" | "action" | "communication";
                            role?: string;
                            evidencedBy?: string;
                            /** @enum {string} */
                            origin: "ticket" | "person";
                            /** @constant */
                            isRestricted?: true;
                            self: string;
                            etag: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    addTimelineEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-11-19T08:12:00.000Z",
                 *       "what": "The first recipient opened the link",
                 *       "kind": "attacker",
                 *       "evidencedBy": "proxy log"
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    precision?: "minute" | "hour" | "day" | "month" | "year";
                    what: string;
                    /** @enum {string} */
                    kind: "attacker" | "detection" | "decision" | "action" | "communication";
                    role?: string;
                    evidencedBy?: string;
                    id?: unknown;
                    origin?: unknown;
                    isRestricted?: unknown;
                    self?: unknown;
                    etag?: unknown;
                };
            };
        };
        responses: {
            /** @description The entry */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description Where it is, below the address of the API */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        precision?: "minute" | "hour" | "day" | "month" | "year";
                        what: string;
                        /** @enum {string} */
                        kind: "attacker" | "detection" | "decision" | "action" | "communication";
                        role?: string;
                        evidencedBy?: string;
                        /** @enum {string} */
                        origin: "ticket" | "person";
                        /** @constant */
                        isRestricted?: true;
                        self: string;
                        etag: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    addTimelineEntries: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entries": [
                 *         {
                 *           "at": "2026-11-19T08:12:00.000Z",
                 *           "what": "The first recipient opened the link",
                 *           "kind": "attacker",
                 *           "evidencedBy": "proxy log"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    entries: {
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        precision?: "minute" | "hour" | "day" | "month" | "year";
                        what: string;
                        /** @enum {string} */
                        kind: "attacker" | "detection" | "decision" | "action" | "communication";
                        role?: string;
                        evidencedBy?: string;
                        id?: unknown;
                        origin?: unknown;
                        isRestricted?: unknown;
                        self?: unknown;
                        etag?: unknown;
                    }[];
                };
            };
        };
        responses: {
            /** @description The entries, in the order of the request */
            201: {
                headers: {
                    /** @description Where it is, below the address of the API */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            precision?: "minute" | "hour" | "day" | "month" | "year";
                            what: string;
                            /** @enum {string} */
                            kind: "attacker" | "detection" | "decision" | "action" | "communication";
                            role?: string;
                            evidencedBy?: string;
                            /** @enum {string} */
                            origin: "ticket" | "person";
                            /** @constant */
                            isRestricted?: true;
                            self: string;
                            etag: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    readTimelineEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                at: string;
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        precision?: "minute" | "hour" | "day" | "month" | "year";
                        what: string;
                        /** @enum {string} */
                        kind: "attacker" | "detection" | "decision" | "action" | "communication";
                        role?: string;
                        evidencedBy?: string;
                        /** @enum {string} */
                        origin: "ticket" | "person";
                        /** @constant */
                        isRestricted?: true;
                        self: string;
                        etag: string;
                    };
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    rewriteTimelineEntry: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                at: string;
                entry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-11-19T08:12:00.000Z",
                 *       "what": "The first recipient opened the link",
                 *       "kind": "attacker",
                 *       "evidencedBy": "proxy log"
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    precision?: "minute" | "hour" | "day" | "month" | "year";
                    what: string;
                    /** @enum {string} */
                    kind: "attacker" | "detection" | "decision" | "action" | "communication";
                    role?: string;
                    evidencedBy?: string;
                    id?: unknown;
                    origin?: unknown;
                    isRestricted?: unknown;
                    self?: unknown;
                    etag?: unknown;
                };
            };
        };
        responses: {
            /** @description The entry as it is now */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        precision?: "minute" | "hour" | "day" | "month" | "year";
                        what: string;
                        /** @enum {string} */
                        kind: "attacker" | "detection" | "decision" | "action" | "communication";
                        role?: string;
                        evidencedBy?: string;
                        /** @enum {string} */
                        origin: "ticket" | "person";
                        /** @constant */
                        isRestricted?: true;
                        self: string;
                        etag: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    removeTimelineEntry: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                at: string;
                entry: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    addRootCause: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "human",
                 *       "statement": "Nobody had seen a false sign-in page.",
                 *       "whys": [
                 *         "Training covers attachments."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RootCauseDraft"];
            };
        };
        responses: {
            /** @description The record with it; Location and ETag are those of the part */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description Where it is, below the address of the API */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    readRootCause: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The root cause */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RootCause"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    rewriteRootCause: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "human",
                 *       "statement": "Nobody had seen a false sign-in page.",
                 *       "whys": [
                 *         "Training covers attachments."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RootCauseDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the part */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    removeRootCause: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record without it */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    addContributingFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "process gap",
                 *       "statement": "There is no agreed way to report a mail."
                 *     }
                 */
                "application/json": components["schemas"]["ContributingFactorDraft"];
            };
        };
        responses: {
            /** @description The record with it; Location and ETag are those of the part */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description Where it is, below the address of the API */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    readContributingFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contributing factor */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributingFactor"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    rewriteContributingFactor: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "process gap",
                 *       "statement": "There is no agreed way to report a mail."
                 *     }
                 */
                "application/json": components["schemas"]["ContributingFactorDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the part */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    removeContributingFactor: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record without it */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    addObservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "went well",
                 *       "statement": "Sessions were revoked within 14 minutes."
                 *     }
                 */
                "application/json": components["schemas"]["ObservationDraft"];
            };
        };
        responses: {
            /** @description The record with it; Location and ETag are those of the part */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description Where it is, below the address of the API */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    readObservation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The observation */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Observation"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    rewriteObservation: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "went well",
                 *       "statement": "Sessions were revoked within 14 minutes."
                 *     }
                 */
                "application/json": components["schemas"]["ObservationDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the part */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    removeObservation: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record without it */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    addRecommendation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Quarantine mails from look-alike domains",
                 *       "why": "The mail came from a domain one letter away from ours, two days old.",
                 *       "kind": "prevent",
                 *       "answers": [],
                 *       "impact": 5,
                 *       "feasibility": 4,
                 *       "ownerTeam": "messaging",
                 *       "successCriterion": "Of 20 simulated look-alike mails, 20 are quarantined within a minute.",
                 *       "verification": {
                 *         "checks": [
                 *           {
                 *             "kind": "signal",
                 *             "subject": {
                 *               "type": "technique",
                 *               "id": "T1566.002"
                 *             },
                 *             "sources": [
                 *               "mail-simulation"
                 *             ]
                 *           },
                 *           {
                 *             "kind": "attestation",
                 *             "statement": "The filter report was reviewed"
                 *           },
                 *           {
                 *             "kind": "ticket state"
                 *           }
                 *         ],
                 *         "steps": [
                 *           "P7D",
                 *           "P30D"
                 *         ]
                 *       },
                 *       "d3fend": [
                 *         "D3-MFA"
                 *       ],
                 *       "controls": [
                 *         {
                 *           "framework": "ISO 27001",
                 *           "id": "A.8.7"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RecommendationDraft"];
            };
        };
        responses: {
            /** @description The record with it; Location and ETag are those of the part */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description Where it is, below the address of the API */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    readRecommendation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The recommendation */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendation"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    rewriteRecommendation: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Quarantine mails from look-alike domains",
                 *       "why": "The mail came from a domain one letter away from ours, two days old.",
                 *       "kind": "prevent",
                 *       "answers": [],
                 *       "impact": 5,
                 *       "feasibility": 4,
                 *       "ownerTeam": "messaging",
                 *       "successCriterion": "Of 20 simulated look-alike mails, 20 are quarantined within a minute.",
                 *       "verification": {
                 *         "checks": [
                 *           {
                 *             "kind": "signal",
                 *             "subject": {
                 *               "type": "technique",
                 *               "id": "T1566.002"
                 *             },
                 *             "sources": [
                 *               "mail-simulation"
                 *             ]
                 *           },
                 *           {
                 *             "kind": "attestation",
                 *             "statement": "The filter report was reviewed"
                 *           },
                 *           {
                 *             "kind": "ticket state"
                 *           }
                 *         ],
                 *         "steps": [
                 *           "P7D",
                 *           "P30D"
                 *         ]
                 *       },
                 *       "d3fend": [
                 *         "D3-MFA"
                 *       ],
                 *       "controls": [
                 *         {
                 *           "framework": "ISO 27001",
                 *           "id": "A.8.7"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RecommendationDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the part */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    removeRecommendation: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record without it */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    addLesson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "statement": "People report a mail when they know where; the plan has to say it on its first page.",
                 *       "updates": "response plan",
                 *       "document": "IRP-7 Phishing",
                 *       "ownerTeam": "security operations",
                 *       "dueAt": "2027-01-15T00:00:00.000Z",
                 *       "reviewEvery": "P365D"
                 *     }
                 */
                "application/json": components["schemas"]["LessonDraft"];
            };
        };
        responses: {
            /** @description The record with it; Location and ETag are those of the part */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description Where it is, below the address of the API */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    readLesson: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lesson */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lesson"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    rewriteLesson: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "statement": "People report a mail when they know where; the plan has to say it on its first page.",
                 *       "updates": "response plan",
                 *       "document": "IRP-7 Phishing",
                 *       "ownerTeam": "security operations",
                 *       "dueAt": "2027-01-15T00:00:00.000Z",
                 *       "reviewEvery": "P365D"
                 *     }
                 */
                "application/json": components["schemas"]["LessonDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the part */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    removeLesson: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record without it */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    addNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "regime": "GDPR",
                 *       "stage": "notification",
                 *       "recipient": "The data protection authority",
                 *       "clockStartedAt": "2026-11-19T08:40:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["NotificationDraft"];
            };
        };
        responses: {
            /** @description The record with it; Location and ETag are those of the part */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description Where it is, below the address of the API */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    readNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notification */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    rewriteNotification: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "regime": "GDPR",
                 *       "stage": "notification",
                 *       "recipient": "The data protection authority",
                 *       "clockStartedAt": "2026-11-19T08:40:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["NotificationDraft"];
            };
        };
        responses: {
            /** @description The record; the ETag is that of the part */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    removeNotification: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record without it */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    declineRecommendation: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "It costs more than the harm that it prevents."
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["ReasonDraft"];
                };
            };
        };
        responses: {
            /** @description The record */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    acceptRecommendationRisk: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "2027-01-31T00:00:00.000Z",
                 *       "reason": "The vendor delivers the update in January.",
                 *       "compensatingControl": "The on-call team reads the sign-in log every morning."
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    until: string;
                    reason: components["schemas"]["ReasonDraft"];
                    compensatingControl: components["schemas"]["ReasonDraft"];
                };
            };
        };
        responses: {
            /** @description The record */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    putLessonInPlace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": "IRP-7 3.1",
                 *       "url": "https://policies.example.com/irp-7",
                 *       "note": "On the first page"
                 *     }
                 */
                "application/json": {
                    version: components["schemas"]["LineDraft"];
                    /** Format: uri */
                    url?: string;
                    note?: components["schemas"]["LineDraft"];
                };
            };
        };
        responses: {
            /** @description The record; the ETag is that of the part */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    reportNotificationSent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sentAt": "2026-11-20T16:00:00.000Z",
                 *       "reference": "DSB-2026-1142"
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    sentAt: string;
                    reference?: components["schemas"]["LineDraft"];
                    /** Format: uri */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description The record; the ETag is that of the part */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            path: string;
                            by: components["schemas"]["Author"];
                            /** Format: date-time */
                            savedAt: string;
                            expiresAt: unknown;
                            bytes: number;
                            self: string;
                            etag: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    readDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        path: string;
                        by: components["schemas"]["Author"];
                        /** Format: date-time */
                        savedAt: string;
                        expiresAt: unknown;
                        bytes: number;
                        self: string;
                        etag: string;
                        content: unknown;
                    };
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                path: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Turn off legacy authentication",
                 *       "ownerTeam": ""
                 *     }
                 */
                "application/json": unknown;
            };
        };
        responses: {
            /** @description The draft, without its content */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        path: string;
                        by: components["schemas"]["Author"];
                        /** Format: date-time */
                        savedAt: string;
                        expiresAt: unknown;
                        bytes: number;
                        self: string;
                        etag: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    removeDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    listComments: {
        parameters: {
            query?: {
                path?: string;
                open?: "true" | "false";
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        comments: {
                            id: string;
                            path: string;
                            text: string;
                            mentions: string[];
                            inReplyTo?: string;
                            by: components["schemas"]["Author"];
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            changedAt?: string;
                            resolution?: {
                                by: components["schemas"]["Author"];
                                /** Format: date-time */
                                at: string;
                            };
                            isResolved?: boolean;
                            self: string;
                            etag: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    addComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "path": "sections.impact",
                 *       "text": "Is this all of it?",
                 *       "mentions": [
                 *         "anna@example.com"
                 *       ]
                 *     }
                 */
                "application/json": {
                    path: string;
                    text: string;
                    /** @default [] */
                    mentions?: string[];
                    inReplyTo?: string;
                };
            };
        };
        responses: {
            /** @description The comment */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description Where it is, below the address of the API */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        path: string;
                        text: string;
                        mentions: string[];
                        inReplyTo?: string;
                        by: components["schemas"]["Author"];
                        /** Format: date-time */
                        at: string;
                        /** Format: date-time */
                        changedAt?: string;
                        resolution?: {
                            by: components["schemas"]["Author"];
                            /** Format: date-time */
                            at: string;
                        };
                        isResolved?: boolean;
                        self: string;
                        etag: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    readComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                comment: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comment */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        path: string;
                        text: string;
                        mentions: string[];
                        inReplyTo?: string;
                        by: components["schemas"]["Author"];
                        /** Format: date-time */
                        at: string;
                        /** Format: date-time */
                        changedAt?: string;
                        resolution?: {
                            by: components["schemas"]["Author"];
                            /** Format: date-time */
                            at: string;
                        };
                        isResolved?: boolean;
                        self: string;
                        etag: string;
                    };
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    changeComment: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                comment: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "isResolved": true
                 *     }
                 */
                "application/json": {
                    text?: string;
                    mentions?: string[];
                    isResolved?: boolean;
                };
            };
        };
        responses: {
            /** @description The comment as it is now */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        path: string;
                        text: string;
                        mentions: string[];
                        inReplyTo?: string;
                        by: components["schemas"]["Author"];
                        /** Format: date-time */
                        at: string;
                        /** Format: date-time */
                        changedAt?: string;
                        resolution?: {
                            by: components["schemas"]["Author"];
                            /** Format: date-time */
                            at: string;
                        };
                        isResolved?: boolean;
                        self: string;
                        etag: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readActivity: {
        parameters: {
            query?: {
                since?: number;
                presence?: string;
            };
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What goes on */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        revision: number;
                        contentRevision: number;
                        changed: string[];
                        isWhole: boolean;
                        present: {
                            by: components["schemas"]["Author"];
                            path: string;
                        }[];
                    };
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    announceEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "proxy.log",
                 *       "mediaType": "text/plain",
                 *       "bytes": 48213,
                 *       "sha256": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65"
                 *     }
                 */
                "application/json": {
                    name: string & (unknown & unknown);
                    description?: components["schemas"]["LineDraft"];
                    mediaType: string;
                    bytes: number;
                    sha256: string;
                    /** @enum {string} */
                    tlp?: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                    /** Format: date-time */
                    collectedAt?: string;
                    collectedBy?: components["schemas"]["LineDraft"];
                };
            };
        };
        responses: {
            /** @description The evidence, expected, and the request that uploads it */
            201: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    /** @description Where it is, below the address of the API */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        evidence: components["schemas"]["Evidence"];
                        upload: {
                            /** @constant */
                            method: "PUT";
                            url: string;
                            headers: {
                                [key: string]: string;
                            };
                            expiresAt: string;
                        };
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    readEvidence: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    removeEvidence: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record without it */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    renewUploadLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence, and the request that uploads it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        evidence: components["schemas"]["Evidence"];
                        upload: {
                            /** @constant */
                            method: "PUT";
                            url: string;
                            headers: {
                                [key: string]: string;
                            };
                            expiresAt: string;
                        };
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    checkEvidenceReceived: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The evidence: held, refused, or elsewhere */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        evidence: components["schemas"]["Evidence"];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    openEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "purpose": "To compare it with the log of the firewall"
                 *     }
                 */
                "application/json": {
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description A link to exactly the version that is held */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        expiresAt: string;
                        name: string;
                        bytes: number;
                        sha256: string;
                        versionId: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    readEvidenceCustody: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chain of custody, and whether the audit log is whole */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        custody: ({
                            what: string;
                            at: string;
                            sequence: number;
                            hash: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        chain: {
                            isWhole: boolean;
                            entries: number;
                            lastHash: string;
                            broken?: {
                                sequence: number;
                                because: string;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    submitRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    returnRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Say more about the response."
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["ReasonDraft"];
                };
            };
        };
        responses: {
            /** @description The record */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    approveRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 14
                 *     }
                 */
                "application/json": {
                    revision: number;
                };
            };
        };
        responses: {
            /** @description The record */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    waiveRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Say more about the response."
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["ReasonDraft"];
                };
            };
        };
        responses: {
            /** @description The record */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    mergeRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "into": "01KAREC0RD0000000000000001",
                 *       "reason": "Both tickets tell of the same campaign."
                 *     }
                 */
                "application/json": {
                    into: string;
                    reason: components["schemas"]["ReasonDraft"];
                };
            };
        };
        responses: {
            /** @description The record that ended */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Record"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    listRemediations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All remediations of the record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        remediations: components["schemas"]["Remediation"][];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    readRemediation: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                remediation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The remediation */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remediation"];
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    readStanding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                remediation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the fix stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                        /** @enum {string} */
                        grade?: "proven" | "attested" | "done, not tested" | "awaiting" | "late" | "unproven" | "failed";
                        step?: number;
                        steps: number;
                        doubt?: {
                            /** Format: date-time */
                            at: string;
                            source: string;
                            resource?: string;
                            /** Format: date-time */
                            regularCheckAt?: string;
                        };
                        silence?: {
                            /** @enum {string} */
                            rung: "late" | "unproven";
                            /** Format: date-time */
                            expectedAt: string;
                        };
                        excused?: {
                            /** Format: date-time */
                            expectedAt: string;
                        };
                        /** Format: date-time */
                        heldUntil?: string;
                        /** Format: date-time */
                        nextCheckAt?: string;
                        /** Format: date-time */
                        acceptedUntil?: string;
                        results: components["schemas"]["CheckResult"][];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    attestFix: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                remediation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "check": 0,
                 *       "outcome": "pass",
                 *       "note": "A test report reached the channel after two minutes."
                 *     }
                 */
                "application/json": {
                    check: number;
                    /** @enum {string} */
                    outcome: "pass" | "fail";
                    note: string;
                };
            };
        };
        responses: {
            /** @description The remediation */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remediation"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    checkFix: {
        parameters: {
            query?: never;
            header?: {
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                remediation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the fix stands, also when nothing changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                        /** @enum {string} */
                        grade?: "proven" | "attested" | "done, not tested" | "awaiting" | "late" | "unproven" | "failed";
                        step?: number;
                        steps: number;
                        doubt?: {
                            /** Format: date-time */
                            at: string;
                            source: string;
                            resource?: string;
                            /** Format: date-time */
                            regularCheckAt?: string;
                        };
                        silence?: {
                            /** @enum {string} */
                            rung: "late" | "unproven";
                            /** Format: date-time */
                            expectedAt: string;
                        };
                        excused?: {
                            /** Format: date-time */
                            expectedAt: string;
                        };
                        /** Format: date-time */
                        heldUntil?: string;
                        /** Format: date-time */
                        nextCheckAt?: string;
                        /** Format: date-time */
                        acceptedUntil?: string;
                        results: components["schemas"]["CheckResult"][];
                        changes: string[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    acceptRisk: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                remediation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "2027-01-31T00:00:00.000Z",
                 *       "reason": "The vendor delivers the update in January.",
                 *       "compensatingControl": "The on-call team reads the sign-in log every morning."
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    until: string;
                    reason: components["schemas"]["ReasonDraft"];
                    compensatingControl: components["schemas"]["ReasonDraft"];
                };
            };
        };
        responses: {
            /** @description The remediation */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remediation"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    changeExistingWork: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                remediation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "ticket",
                 *       "ticket": "NET-12"
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    kind: "ticket";
                    ticket: string;
                } | {
                    /** @constant */
                    kind: "pull request";
                    /** Format: uri */
                    url: string;
                } | {
                    /** @constant */
                    kind: "none";
                };
            };
        };
        responses: {
            /** @description The remediation */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remediation"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    cancelRemediation: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                id: string;
                remediation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The system was switched off."
                 *     }
                 */
                "application/json": {
                    reason: components["schemas"]["ReasonDraft"];
                };
            };
        };
        responses: {
            /** @description The remediation */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Remediation"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            412: components["responses"]["412"];
            413: components["responses"]["413"];
            422: components["responses"]["422"];
            428: components["responses"]["428"];
            500: components["responses"]["500"];
        };
    };
    readHints: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hints; the ETag is that of the record */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hints: {
                            path: string;
                            excerpt: string;
                            about: string;
                            message: string;
                            suggestion: string;
                        }[];
                    };
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    listRecommendationTemplates: {
        parameters: {
            query?: {
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: {
                            title: string & (unknown & unknown);
                            why: string;
                            /** @enum {string} */
                            kind: "prevent" | "detect" | "mitigate" | "respond";
                            impact: number;
                            feasibility: number;
                            ownerTeam: string;
                            successCriterion: string;
                            verification: components["schemas"]["VerificationPlan"];
                            d3fend?: string[];
                            controls?: {
                                framework: string;
                                id: string;
                            }[];
                            name: string;
                            categories: string[];
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            500: components["responses"]["500"];
        };
    };
    readEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            id: string;
                            /** @enum {string} */
                            type: "Incident Ticket Closed" | "Incident Ticket Reopened" | "Remediation Ticket Changed" | "Post-Mortem Opened" | "Incident Ticket Linked" | "Record Classified" | "Post-Mortem Submitted" | "Approval Given" | "Post-Mortem Returned" | "Post-Mortem Approved" | "Post-Mortem Closed" | "Post-Mortem Resumed" | "Post-Mortem Carried On" | "Post-Mortem Waived" | "Post-Mortem Absorbed" | "Post-Mortem Merged" | "Import Finished" | "Lesson Put In Place" | "Notification Sent" | "Notification Due" | "Lesson Due" | "Evidence Received" | "Evidence Refused" | "Section Written" | "Timeline Entry Added" | "Timeline Entries Added" | "Timeline Entry Changed" | "Timeline Entry Removed" | "Root Cause Added" | "Contributing Factor Added" | "Recommendation Proposed" | "Part Added" | "Part Changed" | "Part Removed" | "Recommendation Risk Accepted" | "Recommendation Declined" | "Comment Added" | "Comment Changed" | "Comment Resolved" | "Comment Reopened" | "Evidence Opened" | "Record Read" | "Recommendation Approved" | "Remediation Requested" | "Remediation Not Created" | "Remediation Ambiguous" | "Remediation Ticket Created" | "Remediation Existing Work Changed" | "Remediation Ticket Updated" | "Remediation Due Date Pushed" | "Remediation Due Date Put Back" | "Remediation Due Date Not Put Back" | "Remediation Due Date Restored" | "Remediation Due Date Set" | "Remediation Priority Lowered" | "Remediation Ticket Moved Out" | "Remediation Closed In Bulk" | "Remediation Ticket Missing" | "Remediation Ticket Found Again" | "Remediation Ticket Put Away" | "Remediation Ticket Brought Back" | "Remediation Claimed" | "Remediation Closed Without Claim" | "Remediation Reopened" | "Remediation Reopening Begun" | "Remediation Not Reopened" | "Remediation Follow-Up Wanted" | "Remediation Ticket Not Told" | "Remediation Ticket Told" | "Remediation Overdue" | "Remediation Attested" | "Remediation Check Asked For" | "Remediation Doubted" | "Remediation Doubt Ended" | "Remediation Source Asked" | "Remediation Source Gave No Answer" | "Remediation Check Passed" | "Remediation Check Inconclusive" | "Remediation Check Rescheduled" | "Remediation Silence Excused" | "Remediation Evidence Late" | "Remediation Unproven" | "Remediation Set Back" | "Remediation Held" | "Remediation Verified" | "Remediation Regraded" | "Remediation Ineffective" | "Remediation Regressed" | "Risk Accepted" | "Risk Acceptance Expired" | "Remediation Cancelled" | "Signal Recorded" | "Evidence Intake Was Down" | "Report Published";
                            schemaVersion: number;
                            source: "holdfast" | string;
                            /** Format: date-time */
                            occurredAt: string;
                            actor: components["schemas"]["Person"] | {
                                /** @constant */
                                kind: "machine";
                                id: string;
                                name?: string;
                                owner?: string;
                            } | {
                                /** @constant */
                                kind: "system";
                                id: string;
                            };
                            correlationId: string;
                            causationId?: string;
                            hops: number;
                            data: {
                                [key: string]: unknown;
                            };
                            /** @constant */
                            isRestricted?: true;
                            postMortemId: string;
                            sequence: number;
                            previousHash: string;
                            hash: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            500: components["responses"]["500"];
        };
    };
    verifyEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        isWhole: boolean;
                        entries: number;
                        head: {
                            sequence: number;
                            lastHash: string;
                        };
                        findings: {
                            /** @enum {string} */
                            kind: "missing record" | "broken chain" | "head" | "anchor" | "state" | "unreadable";
                            where: string;
                            what: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            500: components["responses"]["500"];
        };
    };
    readChanges: {
        parameters: {
            query?: {
                from?: number;
                to?: number;
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, by path; what was changed and changed back is not in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: number;
                        to: number;
                        changes: {
                            path: string;
                            before?: unknown;
                            after?: unknown;
                            hands: {
                                by: components["schemas"]["Person"] | {
                                    /** @constant */
                                    kind: "machine";
                                    id: string;
                                    name?: string;
                                    owner?: string;
                                } | {
                                    /** @constant */
                                    kind: "system";
                                    id: string;
                                };
                                /** Format: date-time */
                                at: string;
                                revision: number;
                            }[];
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            422: components["responses"]["422"];
            500: components["responses"]["500"];
        };
    };
    exportRecord: {
        parameters: {
            query?: {
                format?: "json" | "markdown" | "html";
                comments?: "true" | "false";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        format: "holdfast.post-mortem/1";
                        id: string;
                        title: string;
                    } & {
                        [key: string]: unknown;
                    };
                    "text/markdown": string;
                    "text/html": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
        };
    };
    readRecordPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            413: components["responses"]["413"];
            500: components["responses"]["500"];
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        author: components["schemas"]["Author"];
                        roles: ("analyst" | "approver" | "auditor" | "admin" | "machine" | "machine reader")[];
                        teams: string[];
                        actions: {
                            /** @enum {string} */
                            action: "read records" | "open records" | "write records" | "classify records" | "submit records" | "judge records" | "waive records" | "merge records" | "accept risks" | "attest fixes" | "check fixes" | "cancel remediations" | "open evidence" | "export records" | "import records" | "read reports" | "make reports";
                            /** @enum {string} */
                            upTo: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                            beyondIfInvolved: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            500: components["responses"]["500"];
        };
    };
    describeApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The description */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            500: components["responses"]["500"];
        };
    };
}
