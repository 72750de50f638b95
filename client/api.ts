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
         * Open records and those in review, the earliest due first; with another `status`, a technique or `mine`, the newest first; or as `sort` says. Records that are TLP:AMBER+STRICT or TLP:RED show their id, status and mark
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
         * What waits for you: to decide, to write, to prove, to put in place, to confirm, to review, to undo
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
         * Fixes of all records, the earliest due first, or as `sort` says. Those of records that are TLP:AMBER+STRICT or TLP:RED show their ids, state and mark, and when they came back
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
         * Lessons of all records, the earliest due first: what is not in place, waits for a second person, or is to be looked at again. Those of records that are TLP:AMBER+STRICT or TLP:RED show their ids, status and mark
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
         * What sources said, the newest arrival first. Left out is what a caller would learn of records from that they may not read: signals about what those alone ask for, and signals that name one
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
    "/reports/{name}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report in words, section by section, as its page says them: for whoever draws it themselves
         * @description Wants a role that may read reports.
         */
        get: operations["drawReport"];
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
         * Sets the kind, the category, the severity or the due date of an open record, or its TLP mark at any time
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
    "/post-mortems/{id}/sections/advisory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The section "advisory", with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readSection_advisory"];
        /**
         * Writes the section "advisory": If-Match of the section or of the record, none for the first time
         * @description Wants a role that may write records.
         */
        put: operations["writeSection_advisory"];
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
    "/post-mortems/{id}/temporary-measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a temporary measure
         * @description Wants a role that may write records.
         */
        post: operations["addTemporaryMeasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/temporary-measures/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One temporary measure, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readTemporaryMeasure"];
        /**
         * Rewrites a temporary measure: If-Match of it or of the record
         * @description Wants a role that may write records.
         */
        put: operations["rewriteTemporaryMeasure"];
        post?: never;
        /**
         * Takes a temporary measure out; the log keeps what it said
         * @description Wants a role that may write records.
         */
        delete: operations["removeTemporaryMeasure"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a correction
         * @description Wants a role that may write records.
         */
        post: operations["addCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/corrections/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One correction, with its own ETag
         * @description Wants a role that may read records.
         */
        get: operations["readCorrection"];
        /**
         * Rewrites a correction: If-Match of it or of the record
         * @description Wants a role that may write records.
         */
        put: operations["rewriteCorrection"];
        post?: never;
        /**
         * Takes a correction out; the log keeps what it said
         * @description Wants a role that may write records.
         */
        delete: operations["removeCorrection"];
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
         * Somebody put the lesson in place, and shows it; a second person confirms it. Of one that is in place: it was reviewed, and holds
         * @description Wants a role that may write records.
         */
        post: operations["putLessonInPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/lessons/{part}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A second person read the proof: the lesson is in place
         * @description Wants a role that may confirm lessons.
         */
        post: operations["confirmLesson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/lessons/{part}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What was claimed of the lesson is no proof, because; it is open again. Whoever claimed it takes it back by this too
         * @description Wants a role that may confirm lessons.
         */
        post: operations["refuseLesson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/lessons/{part}/no-longer-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A review found that the lesson does not hold any more, because; it is open again, to be in place by a new date
         * @description Wants a role that may confirm lessons.
         */
        post: operations["reopenLesson"];
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
    "/post-mortems/{id}/temporary-measures/{part}/removed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What was done to contain the incident for a while is undone, and this shows it; or it goes on in another record
         * @description Wants a role that may write records.
         */
        post: operations["reportMeasureRemoved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/temporary-measures/{part}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What was done to contain the incident is needed for longer: until when, and why
         * @description Wants a role that may write records.
         */
        post: operations["extendMeasure"];
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
         * Hands the record to the approvers; refused with the list of what is missing, or of the hints that are neither answered nor dismissed
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
    "/post-mortems/{id}/hints/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leaves hints unanswered, all with one word that says why: up to 100 at once, 200 in a record
         * @description Wants a role that may submit records.
         */
        post: operations["dismissHints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/hints/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes dismissals back: the hints want an answer again
         * @description Wants a role that may submit records.
         */
        post: operations["reopenHints"];
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
         * Every change, in order
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
    "/post-mortems/{id}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who read it while it was restricted, in order; this page is a look, too
         * @description Wants a role that may read records.
         */
        get: operations["readLooks"];
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
         * The whole record as a file: to import elsewhere, to paste, to read and print, or to share as an incident in VERIS
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
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes one record in that was written elsewhere: a past incident, or the export of another installation. The same again makes nothing new
         * @description Wants a role that may import records.
         */
        post: operations["importRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/techniques": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Techniques of ATT&CK by their id or by words of their name, those that are retired, too
         * @description Wants no role.
         */
        get: operations["findTechniques"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/knowledge/techniques/{technique}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A technique of ATT&CK, and what MITRE names against it, as suggestions
         * @description Wants no role.
         */
        get: operations["readTechnique"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/post-mortems/{id}/countermeasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What MITRE names against the techniques of the record, as suggestions; what meets most of them comes first
         * @description Wants a role that may read records.
         */
        get: operations["suggestCountermeasures"];
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
    "/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Names that fields take in this deployment: teams of its directory, categories of incidents, sources of evidence
         * @description Wants a role that may read records.
         */
        get: operations["readVocabulary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is configured in this deployment, by its place in holdfast.config.ts; without secrets, and without addresses of people and accounts
         * @description Wants a role that may read reports.
         */
        get: operations["readSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the doctor remembers of its last look at the ticketing systems; the words of each problem are the command line’s: `holdfast doctor`
         * @description Wants a role that may read reports.
         */
        get: operations["readExamination"];
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
        /** @description Decision to live without the fix until a date */
        Acceptance: {
            /**
             * Format: date-time
             * @description When it ends
             */
            until: string;
            /** @description Why the risk is accepted */
            reason: string;
            /** @description What is done in the place of the fix */
            compensatingControl: string;
            /** @description Who accepted it */
            by: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description When it was accepted
             */
            at: string;
        };
        /** @description Section: what users of a product of the company are told. The facts of a security advisory, as CSAF and CVE have them */
        AdvisorySection: {
            /** @description Products with the weakness, up to 100 */
            products: {
                /** @description Name of the product */
                name: string;
                /** @description Versions with the weakness, such as `< 5.2.1` */
                affectedVersions: string;
                /** @description First version without it. Absent while there is none */
                fixedVersion?: string;
                /**
                 * Format: date-time
                 * @description When that version was released
                 */
                fixedAt?: string;
            }[];
            /** @description What those who use it have to do */
            advice?: string;
            /** @description Those who found or reported it, up to 50 */
            credits: {
                /** @description Name under which they want to be thanked */
                name: string;
                /**
                 * @description What they are thanked for, by the types of credit of CVE records
                 * @enum {string}
                 */
                for: "finder" | "reporter" | "analyst" | "coordinator" | "remediation developer" | "other";
                /**
                 * Format: uri
                 * @description Where more is to be read of them
                 */
                url?: string;
            }[];
            /** @description When the weakness came in, and by what */
            introduced?: {
                /**
                 * Format: date-time
                 * @description When it came in
                 */
                at?: string;
                /**
                 * @description How exactly the time is known. Without it: as it is written
                 * @enum {string}
                 */
                precision?: "minute" | "hour" | "day" | "month" | "year";
                /** @description By what: a release, a change, a setting */
                by?: string;
            };
            /**
             * Format: uri
             * @description Address of the advisory that was published
             */
            url?: string;
        };
        /** @description Section: what users of a product of the company are told. The facts of a security advisory, as CSAF and CVE have them */
        AdvisorySectionDraft: {
            /**
             * @description Products with the weakness, up to 100
             * @default []
             */
            products: {
                /** @description Name of the product */
                name: components["schemas"]["LineDraft"];
                /** @description Versions with the weakness, such as `< 5.2.1` */
                affectedVersions: components["schemas"]["LineDraft"];
                /** @description First version without it. Absent while there is none */
                fixedVersion?: components["schemas"]["LineDraft"];
                /**
                 * Format: date-time
                 * @description When that version was released
                 */
                fixedAt?: string;
            }[];
            /** @description What those who use it have to do */
            advice?: components["schemas"]["TextDraft"];
            /**
             * @description Those who found or reported it, up to 50
             * @default []
             */
            credits: {
                /** @description Name under which they want to be thanked */
                name: string;
                /**
                 * @description What they are thanked for, by the types of credit of CVE records
                 * @enum {string}
                 */
                for: "finder" | "reporter" | "analyst" | "coordinator" | "remediation developer" | "other";
                /**
                 * Format: uri
                 * @description Where more is to be read of them
                 */
                url?: string;
            }[];
            /** @description When the weakness came in, and by what */
            introduced?: {
                /**
                 * Format: date-time
                 * @description When it came in
                 */
                at?: string;
                /**
                 * @description How exactly the time is known. Without it: as it is written
                 * @enum {string}
                 */
                precision?: "minute" | "hour" | "day" | "month" | "year";
                /** @description By what: a release, a change, a setting */
                by?: components["schemas"]["LineDraft"];
            };
            /**
             * Format: uri
             * @description Address of the advisory that was published
             */
            url?: string;
        };
        /** @description Section: how the causes were found */
        AnalysisSection: {
            /**
             * @description Method by which the causes were found
             * @enum {string}
             */
            method: "five whys" | "fishbone" | "fault tree" | "barrier analysis" | "timeline analysis" | "STAMP" | "other";
            /** @description How the causes worked together: one alone rarely makes an incident */
            interplay?: string;
            /** @description Earlier incidents like it, and why what was learned from them did not prevent this one */
            earlier?: string;
        };
        /** @description Section: how the causes were found */
        AnalysisSectionDraft: {
            /**
             * @description Method by which the causes were found
             * @enum {string}
             */
            method: "five whys" | "fishbone" | "fault tree" | "barrier analysis" | "timeline analysis" | "STAMP" | "other";
            /** @description How the causes worked together: one alone rarely makes an incident */
            interplay?: components["schemas"]["TextDraft"];
            /** @description Earlier incidents like it, and why what was learned from them did not prevent this one */
            earlier?: components["schemas"]["TextDraft"];
        };
        /** @description A question to a source about a resource, asked once for each claim */
        Asking: {
            /** @description Which question of the claim it is, from 1 */
            number: number;
            /** @description Place of the check in the plan, from 0 */
            check: number;
            /** @description Source that is asked */
            source: string;
            /** @description Resource that it is asked about; `*`: the subject as a whole */
            resource: string;
            /**
             * @description `fail`: the source says fail; `step`: evidence is wanted for a step of the plan; `decay`: its newest pass will soon be too old
             * @enum {string}
             */
            because: "fail" | "step" | "decay";
            /**
             * Format: date-time
             * @description Start of the fail, time of the step, or time of the newest pass
             */
            at: string;
        };
        /** @description Section: how the attacker got in, and with what */
        AttackSection: {
            /** @description Ways by which they got in, 1 to 12 */
            vectors: ("phishing" | "exploited vulnerability" | "valid accounts" | "misconfiguration" | "malware" | "supply chain" | "insider misuse" | "error" | "physical" | "loss or theft" | "denial of service" | "unknown")[];
            /** @description The course of the attack, in words */
            description?: string;
            /** @description Weaknesses that were used, up to 100 */
            vulnerabilities: {
                /** @description CVE id, such as CVE-2021-44228 */
                cve?: string;
                /** @description The weakness, in a line */
                description: string;
                /** @description CVSS base score, 0 to 10 */
                cvss?: number;
                /** @description True when it is in a list of vulnerabilities that are exploited, such as that of CISA */
                isKnownExploited?: boolean;
            }[];
            /** @description Techniques of MITRE ATT&CK that were seen, up to 200 */
            techniques: {
                /** @description ATT&CK id, such as T1566 or T1566.002 */
                id: string;
                /** @description How the technique was used here */
                note?: string;
            }[];
            /** @description Version of ATT&CK that the ids are of, such as 19.1 */
            attackVersion?: string;
            /** @description Who did it, as far as is known */
            actor?: {
                /**
                 * @description Where they stand to the company; `none`: nobody meant it
                 * @enum {string}
                 */
                kind: "external" | "internal" | "partner" | "none" | "unknown";
                /** @description Sort of actor, such as organised crime or administrator */
                variety?: string;
                /** @description What they wanted */
                motive?: string;
                /** @description Name under which the actor is known, such as that of a group */
                name?: string;
            };
            /** @description Others who had a hand in it, up to 10, such as an insider or a partner through whom they came */
            otherActors?: {
                /**
                 * @description Where they stand to the company
                 * @enum {string}
                 */
                kind: "external" | "internal" | "partner" | "none" | "unknown";
                /** @description Sort of actor, such as organised crime or administrator */
                variety?: string;
                /** @description What they wanted */
                motive?: string;
                /** @description Name under which the actor is known, such as that of a group */
                name?: string;
            }[];
            /** @description Indicators of compromise to look for elsewhere, up to 500 */
            indicators?: {
                /**
                 * @description Kind of indicator
                 * @enum {string}
                 */
                kind: "domain" | "IP address" | "URL" | "file hash" | "e-mail address" | "account" | "package" | "other";
                /** @description The indicator, as plain text */
                value: string;
                /** @description Where it was seen, or how to look for it */
                note?: string;
            }[];
        };
        /** @description Section: how the attacker got in, and with what */
        AttackSectionDraft: {
            /** @description Ways by which they got in, 1 to 12 */
            vectors: ("phishing" | "exploited vulnerability" | "valid accounts" | "misconfiguration" | "malware" | "supply chain" | "insider misuse" | "error" | "physical" | "loss or theft" | "denial of service" | "unknown")[];
            /** @description The course of the attack, in words */
            description?: components["schemas"]["TextDraft"];
            /**
             * @description Weaknesses that were used, up to 100
             * @default []
             */
            vulnerabilities: {
                /** @description CVE id, such as CVE-2021-44228 */
                cve?: string;
                /** @description The weakness, in a line */
                description: components["schemas"]["LineDraft"];
                /** @description CVSS base score, 0 to 10 */
                cvss?: number;
                /** @description True when it is in a list of vulnerabilities that are exploited, such as that of CISA */
                isKnownExploited?: boolean;
            }[];
            /**
             * @description Techniques of MITRE ATT&CK that were seen, up to 200
             * @default []
             */
            techniques: {
                /** @description ATT&CK id, such as T1566 or T1566.002 */
                id: string;
                /** @description How the technique was used here */
                note?: components["schemas"]["LineDraft"];
            }[];
            /** @description Version of ATT&CK that the ids are of, such as 19.1 */
            attackVersion?: string;
            /** @description Who did it, as far as is known */
            actor?: {
                /**
                 * @description Where they stand to the company; `none`: nobody meant it
                 * @enum {string}
                 */
                kind: "external" | "internal" | "partner" | "none" | "unknown";
                /** @description Sort of actor, such as organised crime or administrator */
                variety?: components["schemas"]["LineDraft"];
                /** @description What they wanted */
                motive?: components["schemas"]["LineDraft"];
                /** @description Name under which the actor is known, such as that of a group */
                name?: components["schemas"]["LineDraft"];
            };
            /** @description Others who had a hand in it, up to 10, such as an insider or a partner through whom they came */
            otherActors?: {
                /**
                 * @description Where they stand to the company
                 * @enum {string}
                 */
                kind: "external" | "internal" | "partner" | "none" | "unknown";
                /** @description Sort of actor, such as organised crime or administrator */
                variety?: components["schemas"]["LineDraft"];
                /** @description What they wanted */
                motive?: components["schemas"]["LineDraft"];
                /** @description Name under which the actor is known, such as that of a group */
                name?: components["schemas"]["LineDraft"];
            }[];
            /** @description Indicators of compromise to look for elsewhere, up to 500 */
            indicators?: {
                /**
                 * @description Kind of indicator
                 * @enum {string}
                 */
                kind: "domain" | "IP address" | "URL" | "file hash" | "e-mail address" | "account" | "package" | "other";
                /** @description The indicator, as plain text */
                value: components["schemas"]["LineDraft"];
                /** @description Where it was seen, or how to look for it */
                note?: components["schemas"]["LineDraft"];
            }[];
        };
        /** @description Word of a person on a check */
        Attestation: {
            /** @description Id, a ULID: 26 characters that sort by time */
            id: string;
            /** @description Place of the check in the plan, from 0 */
            check: number;
            /**
             * @description Whether the statement of the check holds
             * @enum {string}
             */
            outcome: "pass" | "fail";
            /** @description How they know, 1 to 4,000 characters */
            note: string;
            /** @description Who gave their word */
            by: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description When they gave it
             */
            at: string;
        };
        /** @description An entry of the audit log of a record. docs/events.md describes each type with its data */
        AuditEntry: {
            /** @description Id of the event, a ULID */
            id: string;
            /**
             * @description What happened
             * @enum {string}
             */
            type: "Incident Ticket Closed" | "Incident Ticket Reopened" | "Incident Ticket Changed" | "Remediation Ticket Changed" | "Post-Mortem Opened" | "Incident Ticket Linked" | "Record Classified" | "Post-Mortem Submitted" | "Approval Given" | "Post-Mortem Returned" | "Post-Mortem Approved" | "Post-Mortem Closed" | "Post-Mortem Resumed" | "Post-Mortem Carried On" | "Post-Mortem Waived" | "Post-Mortem Absorbed" | "Post-Mortem Merged" | "Import Finished" | "Lesson Claimed" | "Lesson Confirmed" | "Lesson Claim Refused" | "Lesson Reviewed" | "Lesson No Longer Holds" | "Lesson Put In Place" | "Temporary Measure Removed" | "Temporary Measure Extended" | "Temporary Measure Due" | "Notification Sent" | "Notification Due" | "Lesson Due" | "Evidence Received" | "Evidence Refused" | "Section Written" | "Timeline Entry Added" | "Timeline Entries Added" | "Timeline Entry Changed" | "Timeline Entry Removed" | "Root Cause Added" | "Contributing Factor Added" | "Recommendation Proposed" | "Part Added" | "Part Changed" | "Part Removed" | "Recommendation Risk Accepted" | "Recommendation Declined" | "Comment Added" | "Comment Changed" | "Comment Resolved" | "Comment Reopened" | "Hints Dismissed" | "Hints Reopened" | "Evidence Opened" | "Record Read" | "Recommendation Approved" | "Remediation Requested" | "Remediation Not Created" | "Remediation Ambiguous" | "Remediation Ticket Created" | "Remediation Existing Work Changed" | "Remediation Ticket Updated" | "Remediation Due Date Pushed" | "Remediation Due Date Put Back" | "Remediation Due Date Not Put Back" | "Remediation Due Date Restored" | "Remediation Due Date Set" | "Remediation Priority Lowered" | "Remediation Ticket Moved Out" | "Remediation Closed In Bulk" | "Remediation Ticket Missing" | "Remediation Ticket Found Again" | "Remediation Ticket Put Away" | "Remediation Ticket Brought Back" | "Remediation Claimed" | "Remediation Vouched For" | "Remediation Closed Without Claim" | "Remediation Reopened" | "Remediation Reopening Begun" | "Remediation Not Reopened" | "Remediation Follow-Up Wanted" | "Remediation Ticket Not Told" | "Remediation Ticket Told" | "Remediation Overdue" | "Remediation Attested" | "Remediation Check Asked For" | "Remediation Doubted" | "Remediation Doubt Ended" | "Remediation Source Asked" | "Remediation Source Gave No Answer" | "Remediation Check Passed" | "Remediation Check Inconclusive" | "Remediation Check Rescheduled" | "Remediation Silence Excused" | "Remediation Evidence Late" | "Remediation Unproven" | "Remediation Set Back" | "Remediation Held" | "Remediation Verified" | "Remediation Regraded" | "Remediation Ineffective" | "Remediation Regressed" | "Risk Accepted" | "Risk Acceptance Expired" | "Remediation Cancelled" | "Signal Recorded" | "Evidence Intake Was Down" | "Report Published";
            /** @description Version of the shape of `data` */
            schemaVersion: number;
            /** @description Holdfast itself, or the system that told it, such as `holdfast.jira` */
            source: "holdfast" | string;
            /**
             * Format: date-time
             * @description When Holdfast recorded it
             */
            occurredAt: string;
            /** @description Who did it */
            actor: components["schemas"]["Person"] | {
                /**
                 * @description `system`: Holdfast itself; `machine`: a program with credentials of its own
                 * @constant
                 */
                kind: "machine";
                /** @description Id of the client, or name of the function of Holdfast */
                id: string;
                /** @description Name of the program in the configuration. Absent in older logs */
                name?: string;
                /** @description E-mail address of the person who answered for the program when it wrote */
                owner?: string;
            } | {
                /**
                 * @description `system`: Holdfast itself; `machine`: a program with credentials of its own
                 * @constant
                 */
                kind: "system";
                /** @description Id of the client, or name of the function of Holdfast */
                id: string;
            };
            /** @description Id of the first event or message of the chain that led here */
            correlationId: string;
            /** @description Id of the event or message that led here */
            causationId?: string;
            /** @description How many events of Holdfast lie between the first of the chain and this one */
            hops: number;
            /** @description What the event says, by its type */
            data: {
                [key: string]: unknown;
            };
            /**
             * @description Present when the record was TLP:AMBER+STRICT or TLP:RED: no word of it goes to the bus
             * @constant
             */
            isRestricted?: true;
            /** @description Id of the record */
            postMortemId: string;
            /** @description Place in the log of the record, from 1 */
            sequence: number;
            /** @description Hash of the entry before */
            previousHash: string;
            /** @description Hash of everything else in this entry, and so of the entries before */
            hash: string;
        };
        /** @description Writer of a record: a person or a program */
        Author: components["schemas"]["Person"] | {
            /**
             * @description A program with credentials of its own
             * @constant
             */
            kind: "machine";
            /** @description Id of the client of the program */
            id: string;
            /** @description Name of the program in the configuration. Absent in older logs */
            name?: string;
            /** @description E-mail address of the person who answered for the program when it wrote */
            owner?: string;
        };
        /** @description One check of a plan */
        Check: {
            /**
             * @description `signal`: sources of evidence decide; `attestation`: a person gives their word; `ticket state`: the ticket is done
             * @constant
             */
            kind: "signal";
            /** @description What the signals are about */
            subject: {
                /**
                 * @description Kind of subject
                 * @enum {string}
                 */
                type: "control" | "technique" | "detection" | "remediation";
                /** @description Id of the subject at its senders, such as T1566.002, without spaces */
                id: string & (unknown & unknown);
            };
            /** @description Sources that decide, 1 to 10. Without them, every source does */
            sources?: string[];
            /** @description How many of the sources have to pass: all, any one, or a number */
            need?: ("all" | "any") | number;
            /** @description Resources that each have to pass, such as ARNs or hosts. Without them, all about which a source has spoken */
            resources?: string[];
            /**
             * @description Present: the check proves the fix only when it was seen failing before
             * @constant
             */
            seenFailingBefore?: true;
        } | {
            /**
             * @description `signal`: sources of evidence decide; `attestation`: a person gives their word; `ticket state`: the ticket is done
             * @constant
             */
            kind: "attestation";
            /** @description What the person attests */
            statement: string;
        } | {
            /**
             * @description `signal`: sources of evidence decide; `attestation`: a person gives their word; `ticket state`: the ticket is done
             * @constant
             */
            kind: "ticket state";
        };
        /** @description Outcome of one check, with the evidence that it rests on */
        CheckResult: {
            /** @description The check */
            check: components["schemas"]["Check"];
            /**
             * @description `stale`: the evidence is older than what it should prove; `unsettled`: a source says fail, which is not confirmed or is from before the claim; `untested`: the check should have been seen failing before
             * @enum {string}
             */
            outcome: "pass" | "fail" | "unknown" | "stale" | "unsettled" | "untested";
            /** @description Why, in words */
            because: string;
            /** @description What it rests on */
            evidence: {
                /** @description The evidence, in words */
                what: string;
                /**
                 * Format: date-time
                 * @description Time of the evidence
                 */
                at: string;
                /** @description Where its source shows it */
                url?: string;
            }[];
            /** @description Words by which sources did not judge, since each of them last did. They change nothing */
            notJudged?: {
                /** @description How many there are */
                count: number;
                /**
                 * @description Present when there are more than were counted
                 * @constant
                 */
                hasMore?: true;
                /** @description The newest of them */
                newest: {
                    /**
                     * Format: date-time
                     * @description When the source said so
                     */
                    at: string;
                    /** @description Name of the source */
                    source: string;
                    /** @description Resource that it is about. Absent: the subject as a whole */
                    resource?: string;
                    /** @description Why it did not judge, such as "suppressed" */
                    reason?: string;
                };
            };
        };
        /** @description Somebody moved the ticket to done */
        Claim: {
            /**
             * Format: date-time
             * @description When the claim began: when the ticket went to done, or its pull request was merged, and not before the approval
             */
            at: string;
            /**
             * Format: date-time
             * @description When the ticket went to done, where the claim began at another time
             */
            ticketDoneAt?: string;
            /** @description Who moved it */
            by?: components["schemas"]["TicketPerson"];
            /** @description Assignee at the time of the claim, who may not attest the fix */
            assignee?: components["schemas"]["TicketPerson"];
            /** @description Status to which it was moved; “pull request merged” where it is open */
            status: string;
            /**
             * @description The record names a merged pull request, and the ticket is not done yet
             * @constant
             */
            isOfPullRequest?: true;
        };
        /** @description A comment on a place in a record, with its version */
        Comment: {
            /** @description Id of the comment, a ULID */
            id: string;
            /** @description Place in the record that it is about, with dots: `impact.description` */
            path: string;
            /** @description The comment, 1 to 4,000 characters */
            text: string;
            /** @description E-mail addresses of people whose word is wanted, up to 20 */
            mentions: string[];
            /** @description Id of the comment that it answers */
            inReplyTo?: string;
            /** @description Who wrote it */
            by: components["schemas"]["Author"];
            /**
             * Format: date-time
             * @description When it was written
             */
            at: string;
            /**
             * Format: date-time
             * @description When it was rewritten last
             */
            changedAt?: string;
            /** @description On the first comment of a thread that is settled: who settled it, and when */
            resolution?: {
                /** @description Who settled the thread */
                by: components["schemas"]["Author"];
                /**
                 * Format: date-time
                 * @description When the thread was settled
                 */
                at: string;
            };
            /** @description Of the first comment of a thread: whether the thread is settled */
            isResolved?: boolean;
            /** @description Path of it below the address of the API */
            self: string;
            /** @description For If-Match */
            etag: string;
        };
        /** @description What made it more likely or worse, and caused nothing by itself */
        ContributingFactor: {
            /**
             * @description Kind of factor
             * @enum {string}
             */
            kind: "system vulnerability" | "human factor" | "process gap" | "third party";
            /** @description The factor, in words, 10 to 4,000 characters */
            statement: string;
            /** @description Id, a ULID: 26 characters that sort by time */
            id: string;
        };
        /** @description What made it more likely or worse, and caused nothing by itself */
        ContributingFactorDraft: {
            /**
             * @description Kind of factor
             * @enum {string}
             */
            kind: "system vulnerability" | "human factor" | "process gap" | "third party";
            /** @description The factor, in words, 10 to 4,000 characters */
            statement: string;
            /** @description As it was read; not taken over */
            readonly id?: unknown;
        };
        /** @description What the ticket or a file brought and is wrong, beside what is right. The original stays */
        Correction: {
            /** @description Path of the fact: incident.title, .description, .url, .openedAt or .closedAt, incident.people.<place from 0>, incident.techniques.<id> */
            of: string;
            /** @description What is right instead. Without it a person or a technique is taken back */
            shouldBe?: string;
            /** @description Why, 10 to 4,000 characters */
            because: string;
            /** @description Id, a ULID: 26 characters that sort by time */
            id: string;
        };
        /** @description What the ticket or a file brought and is wrong, beside what is right. The original stays */
        CorrectionDraft: {
            /** @description Path of the fact: incident.title, .description, .url, .openedAt or .closedAt, incident.people.<place from 0>, incident.techniques.<id> */
            of: string;
            /** @description What is right instead. Without it a person or a technique is taken back */
            shouldBe?: components["schemas"]["LineDraft"];
            /** @description Why, 10 to 4,000 characters */
            because: components["schemas"]["ReasonDraft"];
            /** @description As it was read; not taken over */
            readonly id?: unknown;
        };
        /** @description Section: how the incident was noticed */
        DetectionSection: {
            /** @description How it was noticed, in words */
            how: string;
            /**
             * Format: date-time
             * @description When it was noticed
             */
            detectedAt?: string;
            /**
             * @description How exactly the time is known. Without it: as it is written
             * @enum {string}
             */
            precision?: "minute" | "hour" | "day" | "month" | "year";
            /** @description What or who noticed it */
            by?: {
                /**
                 * @description Kind of witness; `third party`: somebody with no tie to the company, such as a researcher
                 * @enum {string}
                 */
                kind: "tool" | "own staff" | "customer" | "partner" | "third party" | "authority" | "actor" | "unknown";
                /** @description The role or the tool, never a name */
                who?: string;
            };
            /** @description Why it was not noticed sooner. Every template that asks for the detection asks for this */
            whyNotSooner?: string;
            /** @description Of a false positive: what made it look like an incident, and what showed that it was none */
            whyFalsePositive?: string;
        };
        /** @description Section: how the incident was noticed */
        DetectionSectionDraft: {
            /** @description How it was noticed, in words */
            how: components["schemas"]["TextDraft"];
            /**
             * Format: date-time
             * @description When it was noticed
             */
            detectedAt?: string;
            /**
             * @description How exactly the time is known. Without it: as it is written
             * @enum {string}
             */
            precision?: "minute" | "hour" | "day" | "month" | "year";
            /** @description What or who noticed it */
            by?: {
                /**
                 * @description Kind of witness; `third party`: somebody with no tie to the company, such as a researcher
                 * @enum {string}
                 */
                kind: "tool" | "own staff" | "customer" | "partner" | "third party" | "authority" | "actor" | "unknown";
                /** @description The role or the tool, never a name */
                who?: components["schemas"]["LineDraft"];
            };
            /** @description Why it was not noticed sooner. Every template that asks for the detection asks for this */
            whyNotSooner?: components["schemas"]["TextDraft"];
            /** @description Of a false positive: what made it look like an incident, and what showed that it was none */
            whyFalsePositive?: components["schemas"]["TextDraft"];
        };
        /** @description A source says fail of a claimed fix, and that is not settled: it may be taken back, or is from before the claim */
        Doubt: {
            /**
             * Format: date-time
             * @description When the source saw it
             */
            at: string;
            /** @description Name of the source */
            source: string;
            /** @description Resource that it is about. Absent: the subject as a whole */
            resource?: string;
            /**
             * Format: date-time
             * @description Only in older doubts: the check that was due next
             */
            regularCheckAt?: string;
        };
        /** @description A draft without its content */
        DraftLine: {
            /** @description Place in the record that it is a draft of, with dots: `recommendations.new` */
            path: string;
            /** @description Who saved it last */
            by: components["schemas"]["Author"];
            /**
             * Format: date-time
             * @description When it was saved last
             */
            savedAt: string;
            /**
             * Format: date-time
             * @description It is gone then, unless it is saved again
             */
            expiresAt: string;
            /** @description Size of its content as JSON, in bytes */
            bytes: number;
            /** @description Path of it below the address of the API */
            self: string;
            /** @description For If-Match */
            etag: string;
        };
        /** @description A piece of a section: a note, figures, bars, a table, or findings */
        DrawnBlock: {
            /**
             * @description Which piece it is
             * @constant
             */
            kind: "note";
            /** @description The words of a note */
            text: components["schemas"]["DrawnInline"][];
        } | {
            /**
             * @description Which piece it is
             * @constant
             */
            kind: "figures";
            /** @description Numbers that stand large */
            figures: {
                /** @description What is counted */
                name: string;
                /** @description The number, in words */
                value: string;
                /** @description What stands below it in small */
                note: string;
                /**
                 * @description Colour of the number
                 * @enum {string}
                 */
                tone: "good" | "bad" | "warn" | "progress" | "neutral" | "withdrawn" | "attested" | "untested" | "unproven" | "doubt" | "critical" | "high" | "medium" | "low";
            }[];
        } | {
            /**
             * @description Which piece it is
             * @constant
             */
            kind: "bars";
            /** @description What the parts of a bar are, in the order of `values` */
            legend: {
                /** @description What the part is */
                name: string;
                /**
                 * @description Colour of the part
                 * @enum {string}
                 */
                tone: "good" | "bad" | "warn" | "progress" | "neutral" | "withdrawn" | "attested" | "untested" | "unproven" | "doubt" | "critical" | "high" | "medium" | "low";
                /** @description How many there are of it in all */
                total: number;
            }[];
            /** @description Groups of rows, of bars or of a table */
            groups: {
                /** @description What the bars of the group tell */
                caption: string;
                /** @description Bars, or rows of a table; the first cell of a row is its heading */
                rows: {
                    /** @description Name of the bar */
                    label: string;
                    /** @description How many of each, in the order of the legend */
                    values: number[];
                }[];
            }[];
        } | {
            /**
             * @description Which piece it is
             * @constant
             */
            kind: "table";
            /** @description What the table lists */
            caption: string;
            /** @description Columns of the table */
            columns: {
                /** @description Heading of the column */
                name: string;
                /** @description True when its cells stay on one line */
                isShort?: boolean;
                /** @description True when its cells may break anywhere */
                isLong?: boolean;
            }[];
            /** @description Groups of rows, of bars or of a table */
            groups: {
                /** @description Heading of the group; missing where there is but one */
                title?: string;
                /** @description Bars, or rows of a table; the first cell of a row is its heading */
                rows: components["schemas"]["DrawnInline"][][][];
            }[];
            /** @description How many more there are that are not listed here */
            hidden: number;
        } | {
            /**
             * @description Which piece it is
             * @constant
             */
            kind: "findings";
            /** @description Things that are told in full */
            findings: components["schemas"]["DrawnFinding"][];
            /** @description How many more there are that are not listed here */
            hidden: number;
        };
        /** @description One thing in full: what it is, how it came here, and what was seen */
        DrawnFinding: {
            /** @description What it is */
            title: string;
            /** @description Its ticket */
            ticket: components["schemas"]["DrawnLink"];
            /** @description Facts of it, each in words */
            facts: components["schemas"]["DrawnInline"][][];
            /** @description How it came here, step by step */
            story: components["schemas"]["DrawnInline"][][];
            /** @description What else there is to say */
            notes: {
                /** @description What is said */
                name: string;
                /** @description The words */
                text: string;
            }[];
            /** @description What was seen, for each step that was checked */
            evidence: {
                /** @description The step */
                heading: components["schemas"]["DrawnInline"][];
                /** @description What each check found */
                results: {
                    /** @description How it came out */
                    mark: components["schemas"]["DrawnMark"];
                    /** @description What was looked at */
                    check: string;
                    /** @description Why it came out so */
                    because: string;
                    /** @description The evidence */
                    seen: components["schemas"]["DrawnInline"][][];
                }[];
            }[];
            /** @description True when a reader sees the evidence without asking for it */
            isOpen: boolean;
        };
        /** @description Words, or a link, a time or a mark among them */
        DrawnInline: string | (components["schemas"]["DrawnLink"] | components["schemas"]["DrawnTime"] | components["schemas"]["DrawnMark"]);
        /** @description A link among words */
        DrawnLink: {
            /**
             * @description That it is a link
             * @constant
             */
            kind: "link";
            /** @description Words of the link */
            text: string;
            /** @description Where it leads */
            url: string;
        };
        /** @description A word that is marked by a colour, and by a shape of its own */
        DrawnMark: {
            /**
             * @description That it is a mark
             * @constant
             */
            kind: "mark";
            /** @description The word */
            text: string;
            /**
             * @description The colour
             * @enum {string}
             */
            tone: "good" | "bad" | "warn" | "progress" | "neutral" | "withdrawn" | "attested" | "untested" | "unproven" | "doubt" | "critical" | "high" | "medium" | "low";
        };
        /** @description A report in words, as its page says them */
        DrawnReport: {
            /** @description Title of the page */
            title: string;
            /** @description Kind and period, above the headline */
            about: components["schemas"]["DrawnInline"][];
            /** @description The answer of the report in one sentence */
            headline: string;
            /**
             * @description TLP mark of every page; missing where it has none
             * @enum {string}
             */
            marking?: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
            /** @description Its sections, in order */
            sections: {
                /** @description Name of the section, the same in every report */
                id: string;
                /** @description Title of the section */
                title: string;
                /** @description What the section says, in order */
                blocks: components["schemas"]["DrawnBlock"][];
            }[];
        };
        /** @description A time among words */
        DrawnTime: {
            /**
             * @description That it is a time
             * @constant
             */
            kind: "time";
            /**
             * Format: date-time
             * @description The time
             */
            at: string;
            /**
             * @description How exactly it is told
             * @enum {string}
             */
            precision: "minute" | "second";
        };
        /** @description A file that shows what happened. Its bytes are in the evidence bucket and take a link */
        Evidence: {
            /** @description File name without slashes, up to 200 characters */
            name: string;
            /** @description What the file shows */
            description?: string;
            /** @description IANA media type in lower case, such as text/plain */
            mediaType: string;
            /** @description Size of the file in bytes */
            bytes: number;
            /** @description SHA-256 of the file, 64 lower-case hex digits, computed where the file is before it travels */
            sha256: string;
            /**
             * @description TLP 2.0 mark of the file; it counts where it is stricter than that of the record
             * @enum {string}
             */
            tlp?: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
            /**
             * Format: date-time
             * @description When it was collected
             */
            collectedAt?: string;
            /** @description Role or tool that collected it */
            collectedBy?: string;
            /** @description Id of the piece of evidence, a ULID */
            id: string;
            /**
             * @description `expected`: announced and not yet here; `held`: here, locked, with the hash that was announced; `refused`: what came was something else; `elsewhere`: held where an imported record came from
             * @enum {string}
             */
            status: "expected" | "held" | "refused" | "elsewhere";
            /** @description Key of the object in the evidence bucket */
            key: string;
            /** @description Version of the object, once it is held */
            versionId?: string;
            /**
             * Format: date-time
             * @description When the upload arrived
             */
            receivedAt?: string;
            /** @description Why the upload was refused */
            refusedBecause?: string;
            /** @description Who announced it */
            addedBy: components["schemas"]["Author"];
            /**
             * Format: date-time
             * @description When it was announced
             */
            addedAt: string;
        };
        /** @description Work that does already what a recommendation asks for */
        ExistingWork: {
            /**
             * @description `ticket`: it is the ticket of the fix; `pull request`: the ticket of the fix names it
             * @constant
             */
            kind: "ticket";
            /** @description Key of the ticket */
            ticket: string;
        } | {
            /**
             * @description `ticket`: it is the ticket of the fix; `pull request`: the ticket of the fix names it
             * @constant
             */
            kind: "pull request";
            /** @description Address of the pull request */
            url: string;
            /**
             * Format: date-time
             * @description When it was merged
             */
            mergedAt?: string;
        };
        /** @description Why a fix did not hold */
        Failure: {
            /**
             * Format: date-time
             * @description When it failed
             */
            at: string;
            /** @description Steps of the plan that were through */
            step: number;
            /** @description Result of each check of the plan, in its order */
            results: components["schemas"]["CheckResult"][];
        };
        /** @description A fix as a line of a list */
        FixLine: {
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /**
             * @description State of the fix
             * @enum {string}
             */
            state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
            /**
             * @description How good the proof is. `proven`: a source says that it works; `attested`: a second person does; `done, not tested`: nothing but the ticket says so, or a check that never failed
             * @enum {string}
             */
            grade?: "proven" | "attested" | "done, not tested";
            /** @description What to do, in one line */
            title: string;
            /** @description Team that is to do it */
            ownerTeam: string;
            /**
             * @description Priority of its ticket, in the words of severities
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description Impact × feasibility; missing in lines from before it was kept */
            rank?: number;
            /**
             * Format: date-time
             * @description When it was approved
             */
            requestedAt?: string;
            /**
             * Format: date-time
             * @description When the last acceptance of its risk ended: its age counts from there
             */
            wantedAgainAt?: string;
            /**
             * Format: date-time
             * @description When evidence last showed that it does not hold, or its ticket was reopened for that, until somebody says again that it is done, whatever becomes of that; missing in lines from before it was kept
             */
            cameBackAt?: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Set when the due date passed without a claim; gone with a new claim
             */
            overdueSince?: string;
            /**
             * @description Present when evidence was wanted for so long that the fix counts as overdue
             * @constant
             */
            isUnproven?: true;
            /** @description Its ticket, once it is in Jira */
            ticket?: {
                /** @description Site of the ticket, as in the configuration */
                site: string;
                /** @description Key of the ticket, such as NET-12 */
                key: string;
            };
            /** @description Key of the incident that it came of */
            incident: string;
            /**
             * @description Mark of its record
             * @enum {string}
             */
            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
            /** @description Open fixes of the same team that say the same; with `sort=rank` alone, and none of a restricted record */
            sameWords?: {
                /** @description Id, a ULID: 26 characters that sort by time */
                id: string;
                /** @description Id of the record that has it */
                postMortemId: string;
                /** @description Key of its ticket, if it has one */
                ticket?: string;
            }[];
            /**
             * Format: date-time
             * @description When it changed last; with `sort=changed` alone
             */
            changedAt?: string;
        };
        /** @description Where a fix stands at a time, with what it rests on */
        FixStanding: {
            /**
             * Format: date-time
             * @description Time of this answer
             */
            at: string;
            /**
             * @description State of the fix
             * @enum {string}
             */
            state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
            /**
             * @description How good the proof is, or what it lacks. Absent when the fix is not claimed
             * @enum {string}
             */
            grade?: "proven" | "attested" | "done, not tested" | "awaiting" | "late" | "unproven" | "failed";
            /** @description Steps of its plan that are through */
            step?: number;
            /** @description Steps that its plan has */
            steps: number;
            /** @description A source says fail, and that is not settled */
            doubt?: components["schemas"]["Doubt"];
            /** @description Evidence that was expected is missing */
            silence?: {
                /**
                 * @description `late`, and after a while `unproven`, which counts as overdue
                 * @enum {string}
                 */
                rung: "late" | "unproven";
                /**
                 * Format: date-time
                 * @description When it was expected
                 */
                expectedAt: string;
            };
            /** @description Evidence that was expected is missing, and may have been lost: the intake of Holdfast was down */
            excused?: {
                /**
                 * Format: date-time
                 * @description When it was expected
                 */
                expectedAt: string;
            };
            /**
             * Format: date-time
             * @description The fix came back again and again: its claim counts when nothing has failed until this time
             */
            heldUntil?: string;
            /**
             * Format: date-time
             * @description The verdict may change by itself at this time. Absent: only something that arrives changes it
             */
            nextCheckAt?: string;
            /**
             * Format: date-time
             * @description Its risk is accepted until then: the verdict has no consequences
             */
            acceptedUntil?: string;
            /** @description Result of each check of the plan, in its order */
            results: components["schemas"]["CheckResult"][];
        };
        /** @description Section: what the review is to find out, and who takes part */
        FrameworkSection: {
            /** @description Questions that the review is to answer, 1 to 20 */
            objectives: string[];
            /** @description What became of each objective, looked at before the record is submitted; up to 20 */
            outcomes?: {
                /** @description The objective, in its own words */
                objective: string;
                /**
                 * @description Whether it was met
                 * @enum {string}
                 */
                outcome: "met" | "partly met" | "not met";
                /** @description Why not, of one that was not met or only partly */
                because?: string;
            }[];
            /** @description What the review looks at, and what it leaves out */
            scope?: string;
            /** @description People who take part in the review, up to 50. They may read the record also at TLP:RED */
            team: {
                /**
                 * @description Role in the review
                 * @enum {string}
                 */
                role: "facilitator" | "owner" | "incident commander" | "security operations" | "IT" | "communications" | "legal" | "business";
                /** @description Name of the person */
                name: string;
                /**
                 * Format: email
                 * @description E-mail address, by which Holdfast knows that a caller is in the team
                 */
                email?: string;
            }[];
        };
        /** @description Section: what the review is to find out, and who takes part */
        FrameworkSectionDraft: {
            /** @description Questions that the review is to answer, 1 to 20 */
            objectives: components["schemas"]["LineDraft"][];
            /** @description What became of each objective, looked at before the record is submitted; up to 20 */
            outcomes?: {
                /** @description The objective, in its own words */
                objective: components["schemas"]["LineDraft"];
                /**
                 * @description Whether it was met
                 * @enum {string}
                 */
                outcome: "met" | "partly met" | "not met";
                /** @description Why not, of one that was not met or only partly */
                because?: components["schemas"]["ReasonDraft"];
            }[];
            /** @description What the review looks at, and what it leaves out */
            scope?: components["schemas"]["TextDraft"];
            /**
             * @description People who take part in the review, up to 50. They may read the record also at TLP:RED
             * @default []
             */
            team: {
                /**
                 * @description Role in the review
                 * @enum {string}
                 */
                role: "facilitator" | "owner" | "incident commander" | "security operations" | "IT" | "communications" | "legal" | "business";
                /** @description Name of the person */
                name: string;
                /**
                 * Format: email
                 * @description E-mail address, by which Holdfast knows that a caller is in the team
                 */
                email?: string;
            }[];
        };
        /** @description Section: why there is no human cause or factor */
        HumanFactorSection: {
            /** @description Why none was found, 20 to 4,000 characters */
            consideredNoneBecause: string;
        };
        /** @description Section: why there is no human cause or factor */
        HumanFactorSectionDraft: {
            /** @description Why none was found, 20 to 4,000 characters */
            consideredNoneBecause: string;
        };
        /** @description Section: what the incident did */
        ImpactSection: {
            /** @description What the incident did, in words */
            description: string;
            /** @description How far confidentiality suffered. FIPS 199 */
            confidentiality?: {
                /**
                 * @description Level of the potential impact, in the words of FIPS 199, or none
                 * @enum {string}
                 */
                rating: "none" | "low" | "moderate" | "high";
                /** @description What could be read, and by whom */
                description?: string;
            };
            /** @description How far integrity suffered. FIPS 199 */
            integrity?: {
                /**
                 * @description Level of the potential impact, in the words of FIPS 199, or none
                 * @enum {string}
                 */
                rating: "none" | "low" | "moderate" | "high";
                /** @description What was changed or may have been */
                description?: string;
            };
            /** @description How far availability suffered. FIPS 199 */
            availability?: {
                /**
                 * @description Level of the potential impact, in the words of FIPS 199, or none
                 * @enum {string}
                 */
                rating: "none" | "low" | "moderate" | "high";
                /** @description What could not be used, and for how long */
                description?: string;
            };
            /** @description Systems, devices or stores that were affected, up to 200 */
            assets: {
                /** @description Name of the asset, as the company calls it */
                name: string;
                /** @description Kind of asset, such as laptop, bucket or mailbox */
                kind?: string;
                /** @description How many there are of it */
                count?: number;
            }[];
            /** @description Services that suffered, up to 200 */
            services: string[];
            /** @description For a record that names neither assets nor services: why none suffered */
            noSystemsBecause?: string;
            /** @description Kinds of data that were affected, up to 50: a word, or a word with how many records */
            dataKinds: (string | {
                /** @description Kind of data, such as e-mail addresses or payment cards */
                kind: string;
                /** @description How many records of it were affected */
                records?: number;
                /** @description True for data about people */
                isPersonal?: boolean;
            })[];
            /** @description How many users were affected */
            usersAffected?: number;
            /** @description Customers who were affected */
            customers?: {
                /** @description How many customers were affected */
                affected?: number;
                /** @description Which customers, and how */
                description?: string;
            };
            /** @description What the incident cost */
            cost?: {
                /** @description Amount in units of the currency, with two decimals at the most */
                amount: number;
                /** @description ISO 4217 code, such as EUR */
                currency: string;
                /** @description What is counted in it */
                description?: string;
            };
            /** @description From the first harm to its end */
            duration?: {
                /**
                 * Format: date-time
                 * @description When the harm began
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description When the harm ended. Absent while it goes on or where nobody knows
                 */
                to?: string;
            };
        };
        /** @description Section: what the incident did */
        ImpactSectionDraft: {
            /** @description What the incident did, in words */
            description: components["schemas"]["TextDraft"];
            /** @description How far confidentiality suffered. FIPS 199 */
            confidentiality?: {
                /**
                 * @description Level of the potential impact, in the words of FIPS 199, or none
                 * @enum {string}
                 */
                rating: "none" | "low" | "moderate" | "high";
                /** @description What could be read, and by whom */
                description?: components["schemas"]["LineDraft"];
            };
            /** @description How far integrity suffered. FIPS 199 */
            integrity?: {
                /**
                 * @description Level of the potential impact, in the words of FIPS 199, or none
                 * @enum {string}
                 */
                rating: "none" | "low" | "moderate" | "high";
                /** @description What was changed or may have been */
                description?: components["schemas"]["LineDraft"];
            };
            /** @description How far availability suffered. FIPS 199 */
            availability?: {
                /**
                 * @description Level of the potential impact, in the words of FIPS 199, or none
                 * @enum {string}
                 */
                rating: "none" | "low" | "moderate" | "high";
                /** @description What could not be used, and for how long */
                description?: components["schemas"]["LineDraft"];
            };
            /**
             * @description Systems, devices or stores that were affected, up to 200
             * @default []
             */
            assets: {
                /** @description Name of the asset, as the company calls it */
                name: components["schemas"]["LineDraft"];
                /** @description Kind of asset, such as laptop, bucket or mailbox */
                kind?: components["schemas"]["LineDraft"];
                /** @description How many there are of it */
                count?: number;
            }[];
            /**
             * @description Services that suffered, up to 200
             * @default []
             */
            services: components["schemas"]["LineDraft"][];
            /** @description For a record that names neither assets nor services: why none suffered */
            noSystemsBecause?: components["schemas"]["ReasonDraft"];
            /**
             * @description Kinds of data that were affected, up to 50: a word, or a word with how many records
             * @default []
             */
            dataKinds: (components["schemas"]["LineDraft"] | {
                /** @description Kind of data, such as e-mail addresses or payment cards */
                kind: components["schemas"]["LineDraft"];
                /** @description How many records of it were affected */
                records?: number;
                /** @description True for data about people */
                isPersonal?: boolean;
            })[];
            /** @description How many users were affected */
            usersAffected?: number;
            /** @description Customers who were affected */
            customers?: {
                /** @description How many customers were affected */
                affected?: number;
                /** @description Which customers, and how */
                description?: components["schemas"]["LineDraft"];
            };
            /** @description What the incident cost */
            cost?: {
                /** @description Amount in units of the currency, with two decimals at the most */
                amount: number;
                /** @description ISO 4217 code, such as EUR */
                currency: string;
                /** @description What is counted in it */
                description?: components["schemas"]["LineDraft"];
            };
            /** @description From the first harm to its end */
            duration?: {
                /**
                 * Format: date-time
                 * @description When the harm began
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description When the harm ended. Absent while it goes on or where nobody knows
                 */
                to?: string;
            };
        };
        /** @description A closed incident, as read from its ticketing system */
        IncidentTicket: {
            /**
             * @description System that the incident came from; `holdfast`: somebody opened the record by hand, or a file brought it
             * @enum {string}
             */
            source: "jira" | "holdfast-json" | "pagerduty" | "incident-io" | "servicenow" | "holdfast";
            /** @description Site of the ticket, as in the configuration */
            site: string;
            /** @description Id of the ticket, which outlives a move to another project */
            ticketId: string;
            /** @description Key of the ticket, as people say it, such as SEC-17 */
            key: string;
            /** @description Address of the page of the ticket */
            url: string;
            /** @description Title of the incident */
            title: string;
            /** @description Description of the incident, as plain text */
            description: string;
            /**
             * @description Severity of the incident
             * @enum {string}
             */
            severity: "critical" | "high" | "medium" | "low";
            /**
             * Format: date-time
             * @description When the ticket was opened
             */
            openedAt: string;
            /**
             * Format: date-time
             * @description When the ticket was closed
             */
            closedAt: string;
            /** @description People whom the ticket names, with their part in it */
            people: {
                /**
                 * @description Part of the person in the incident
                 * @enum {string}
                 */
                role: "reporter" | "assignee" | "responder" | "commenter" | "closer";
                /** @description The person, as the ticketing system names them */
                person: components["schemas"]["TicketPerson"];
            }[];
            /** @description ATT&CK ids that the ticket names */
            techniques: string[];
        };
        /** @description A claim while it is not judged: the fix failed, or its risk is accepted */
        KeptClaim: {
            /** @description The claim */
            claim: components["schemas"]["Claim"];
            /** @description Steps of the plan that were through */
            step: number;
            /**
             * Format: date-time
             * @description When the claim was first proven
             */
            provenAt?: string;
            /**
             * Format: date-time
             * @description End of a fail that was long over when it was told. The steps are counted from here
             */
            setBackTo?: string;
            /** @description The newest questions of this claim to its sources, so that each is asked once */
            asked?: components["schemas"]["Asking"][];
            /** @description Only in fixes that were called verified before there were verdicts: the first verdict on it */
            regraded?: {
                /**
                 * Format: date-time
                 * @description When it was judged first
                 */
                at: string;
                /**
                 * Format: date-time
                 * @description When verdicts began in this installation. What failed before waits for a person
                 */
                upgradedAt: string;
            };
            /** @description A fail that is shown, and counts when the claim is judged again */
            doubt?: components["schemas"]["Doubt"];
        };
        /** @description A lesson learned, and the document that has to say it from now on */
        Lesson: {
            /** @description The lesson, in words, 10 to 4,000 characters */
            statement: string;
            /**
             * @description Kind of document that has to say it
             * @enum {string}
             */
            updates: "policy" | "procedure" | "response plan" | "training" | "detection";
            /** @description Name of the document, as the team calls it */
            document: string;
            /** @description Team that owns the document */
            ownerTeam: string;
            /**
             * Format: date-time
             * @description Time by which the document has to say it; when it is written, no further away than `remediation.longestDueWithin.low`
             */
            dueAt: string;
            /** @description How often somebody looks whether it still holds: an ISO 8601 duration, such as P365D */
            reviewEvery?: string;
            /** @description Id, a ULID: 26 characters that sort by time */
            id: string;
            /**
             * @description `claimed` once somebody put it in place, `in place` once a second person confirmed that
             * @enum {string}
             */
            status: "open" | "claimed" | "in place";
            /** @description What somebody put in place, while it waits for a second person */
            claim?: {
                /** @description What shows it */
                reference: {
                    /** @description Version of the document */
                    version: string;
                    /**
                     * Format: uri
                     * @description Address of the document, https or http
                     */
                    url?: string;
                    /**
                     * Format: date-time
                     * @description When this version was published
                     */
                    versionAt?: string;
                    /** @description Of training: who did it */
                    training?: {
                        /** @description Whom it is for */
                        audience: string;
                        /** @description How many they are */
                        people: number;
                        /** @description How many of them did it */
                        trained: number;
                        /**
                         * Format: date-time
                         * @description By when
                         */
                        at: string;
                    };
                    /** @description Of a plan or training: how it was tried out, such as by a tabletop */
                    exercise?: {
                        /**
                         * Format: date-time
                         * @description When
                         */
                        at: string;
                        /** @description How it went */
                        result: string;
                    };
                    /** @description Of a detection: what showed that it fires */
                    test?: {
                        /** @description What was run */
                        what: string;
                        /**
                         * Format: date-time
                         * @description When
                         */
                        at: string;
                        /**
                         * @description What the detection did; one that did not fire is not in place
                         * @enum {string}
                         */
                        result: "fired" | "did not fire";
                        /**
                         * Format: uri
                         * @description Address of the result, https or http
                         */
                        url?: string;
                        /** @description Id of evidence of the record that shows it */
                        evidenceId?: string;
                    };
                    /** @description What to know about it */
                    note?: string;
                };
                /** @description Who put it in place */
                by: components["schemas"]["Author"];
                /**
                 * Format: date-time
                 * @description When
                 */
                at: string;
                /**
                 * Format: date-time
                 * @description By when the second person is to have looked
                 */
                confirmBy: string;
            };
            /** @description The version that says it, who put it there, who confirmed it, and who reviewed it last */
            inPlace?: {
                /** @description Where it says it */
                reference: {
                    /** @description Version of the document */
                    version: string;
                    /**
                     * Format: uri
                     * @description Address of the document, https or http
                     */
                    url?: string;
                    /**
                     * Format: date-time
                     * @description When this version was published
                     */
                    versionAt?: string;
                    /** @description Of training: who did it */
                    training?: {
                        /** @description Whom it is for */
                        audience: string;
                        /** @description How many they are */
                        people: number;
                        /** @description How many of them did it */
                        trained: number;
                        /**
                         * Format: date-time
                         * @description By when
                         */
                        at: string;
                    };
                    /** @description Of a plan or training: how it was tried out, such as by a tabletop */
                    exercise?: {
                        /**
                         * Format: date-time
                         * @description When
                         */
                        at: string;
                        /** @description How it went */
                        result: string;
                    };
                    /** @description Of a detection: what showed that it fires */
                    test?: {
                        /** @description What was run */
                        what: string;
                        /**
                         * Format: date-time
                         * @description When
                         */
                        at: string;
                        /**
                         * @description What the detection did; one that did not fire is not in place
                         * @enum {string}
                         */
                        result: "fired" | "did not fire";
                        /**
                         * Format: uri
                         * @description Address of the result, https or http
                         */
                        url?: string;
                        /** @description Id of evidence of the record that shows it */
                        evidenceId?: string;
                    };
                    /** @description What to know about it */
                    note?: string;
                };
                /** @description Who put it in place */
                by: components["schemas"]["Author"];
                /**
                 * Format: date-time
                 * @description When it was put in place
                 */
                at: string;
                /** @description Who looked last whether that version still holds, and what shows it; the second person has not read that */
                reviewed?: {
                    /** @description What shows it */
                    reference: {
                        /** @description Version of the document */
                        version: string;
                        /**
                         * Format: uri
                         * @description Address of the document, https or http
                         */
                        url?: string;
                        /**
                         * Format: date-time
                         * @description When this version was published
                         */
                        versionAt?: string;
                        /** @description Of training: who did it */
                        training?: {
                            /** @description Whom it is for */
                            audience: string;
                            /** @description How many they are */
                            people: number;
                            /** @description How many of them did it */
                            trained: number;
                            /**
                             * Format: date-time
                             * @description By when
                             */
                            at: string;
                        };
                        /** @description Of a plan or training: how it was tried out, such as by a tabletop */
                        exercise?: {
                            /**
                             * Format: date-time
                             * @description When
                             */
                            at: string;
                            /** @description How it went */
                            result: string;
                        };
                        /** @description Of a detection: what showed that it fires */
                        test?: {
                            /** @description What was run */
                            what: string;
                            /**
                             * Format: date-time
                             * @description When
                             */
                            at: string;
                            /**
                             * @description What the detection did; one that did not fire is not in place
                             * @enum {string}
                             */
                            result: "fired" | "did not fire";
                            /**
                             * Format: uri
                             * @description Address of the result, https or http
                             */
                            url?: string;
                            /** @description Id of evidence of the record that shows it */
                            evidenceId?: string;
                        };
                        /** @description What to know about it */
                        note?: string;
                    };
                    /** @description Who reviewed it */
                    by: components["schemas"]["Author"];
                    /**
                     * Format: date-time
                     * @description When
                     */
                    at: string;
                };
                /** @description Second person who confirmed it. Absent where a version before confirmations put it in place */
                confirmed?: {
                    /** @description Who confirmed it */
                    by: components["schemas"]["Person"];
                    /**
                     * Format: date-time
                     * @description When
                     */
                    at: string;
                };
            };
            /** @description Why it is open again, or why what was claimed last was refused; until a second person confirms it */
            reopened?: {
                /**
                 * @description Whether a claim was refused, or a review found that it holds no more
                 * @enum {string}
                 */
                why: "claim refused" | "no longer holds";
                /** @description The words of whoever found that */
                reason: string;
                /** @description Who found that */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When
                 */
                at: string;
            };
            /**
             * Format: date-time
             * @description When a review last found that it did not hold any more; proof is not from before that day
             */
            heldUntil?: string;
            /**
             * Format: date-time
             * @description Time by which somebody has to look whether it still holds
             */
            nextReviewAt?: string;
            /**
             * Format: date-time
             * @description The deadline that was announced as passed; a new one is announced again
             */
            announcedDueAt?: string;
        };
        /** @description A lesson learned, and the document that has to say it from now on */
        LessonDraft: {
            /** @description The lesson, in words, 10 to 4,000 characters */
            statement: string;
            /**
             * @description Kind of document that has to say it
             * @enum {string}
             */
            updates: "policy" | "procedure" | "response plan" | "training" | "detection";
            /** @description Name of the document, as the team calls it */
            document: components["schemas"]["LineDraft"];
            /** @description Team that owns the document */
            ownerTeam: string;
            /**
             * Format: date-time
             * @description Time by which the document has to say it; when it is written, no further away than `remediation.longestDueWithin.low`
             */
            dueAt: string;
            /** @description How often somebody looks whether it still holds: an ISO 8601 duration, such as P365D */
            reviewEvery?: string;
            /** @description As it was read; not taken over */
            readonly id?: unknown;
            /** @description As it was read; not taken over */
            readonly status?: unknown;
            /** @description As it was read; not taken over */
            readonly claim?: unknown;
            /** @description As it was read; not taken over */
            readonly inPlace?: unknown;
            /** @description As it was read; not taken over */
            readonly reopened?: unknown;
            /** @description As it was read; not taken over */
            readonly heldUntil?: unknown;
            /** @description As it was read; not taken over */
            readonly nextReviewAt?: unknown;
            /** @description As it was read; not taken over */
            readonly announcedDueAt?: unknown;
        };
        /** @description A lesson as a line of a list */
        LessonLine: {
            /** @description Id of the lesson, a ULID */
            id: string;
            /** @description The lesson, in words */
            statement: string;
            /**
             * @description Kind of document that has to say it
             * @enum {string}
             */
            updates: "policy" | "procedure" | "response plan" | "training" | "detection";
            /** @description Name of the document, as the team calls it */
            document: string;
            /** @description Team that owns the document */
            ownerTeam: string;
            /**
             * @description `claimed` once somebody put it in place, `in place` once a second person confirmed that
             * @enum {string}
             */
            status: "open" | "claimed" | "in place";
            /** @description Id of the record */
            postMortemId: string;
            /**
             * Format: date-time
             * @description By when it has to be in place; once it is claimed, by when somebody confirms it; once it is in place, by when it is reviewed, if it is
             */
            dueAt: string;
            /** @description The newest version of the document that says it */
            version?: string;
            /** @description Address of that version, or of the result of the test */
            url?: string;
            /** @description What else shows it, in short: date of the version, share of the people who were trained, exercise, test */
            proof?: string;
            /** @description Who put it in place and when, while it waits for a second person */
            claimed?: {
                /** @description Who put it in place */
                by: components["schemas"]["Author"];
                /**
                 * Format: date-time
                 * @description When
                 */
                at: string;
            };
            /**
             * Format: date-time
             * @description When a second person confirmed that it is in place
             */
            confirmedAt?: string;
            /**
             * @description Why it is open again
             * @enum {string}
             */
            reopened?: "claim refused" | "no longer holds";
            /** @description Key of the incident that it came of */
            incident: string;
            /**
             * @description Mark of its record
             * @enum {string}
             */
            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
        };
        /** @description Text of up to 2,000 characters that has something to read */
        LineDraft: string;
        /** @description A temporary measure in force as a line of a list */
        MeasureLine: {
            /** @description Id of the measure, a ULID */
            id: string;
            /**
             * @description Sort of measure
             * @enum {string}
             */
            kind: "block" | "isolation" | "exception" | "disabled account" | "added access" | "other";
            /** @description What is blocked, isolated, let through or switched off, and where */
            what: string;
            /** @description Team that undoes it */
            ownerTeam: string;
            /**
             * Format: date-time
             * @description Since when it is in force
             */
            since: string;
            /**
             * Format: date-time
             * @description By when it is to be undone
             */
            until: string;
            /**
             * Format: uri
             * @description Ticket or change by which it was made
             */
            url?: string;
            /** @description Id of the record */
            postMortemId: string;
            /** @description How often it was needed for longer */
            extended: number;
            /** @description Key of the incident that it contains */
            incident: string;
            /**
             * @description Mark of its record
             * @enum {string}
             */
            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
        };
        /** @description Something that has to be told, or was told, to somebody outside */
        Notification: {
            /**
             * @description Law, contract or custom by which it has to be told
             * @enum {string}
             */
            regime: "NIS2" | "DORA" | "GDPR" | "SEC 8-K" | "sector regulator" | "law enforcement" | "contract" | "partner" | "ISAC" | "customers" | "public";
            /**
             * @description Stage of the report
             * @enum {string}
             */
            stage: "early warning" | "notification" | "intermediate report" | "final report" | "disclosure";
            /** @description Who is told, such as the data protection authority */
            recipient: string;
            /**
             * Format: date-time
             * @description Start of the clock of this stage: awareness, classification, or the stage before. NIS2, DORA, GDPR and SEC 8-K have a time that counts from it
             */
            clockStartedAt?: string;
            /**
             * Format: date-time
             * @description Deadline, where no law sets one or another date was agreed
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @description When it was told. Absent: not yet
             */
            sentAt?: string;
            /** @description Reference that the recipient gave */
            reference?: string;
            /**
             * Format: uri
             * @description Address of the report, https or http
             */
            url?: string;
            /** @description Id, a ULID: 26 characters that sort by time */
            id: string;
            /**
             * Format: date-time
             * @description The deadline that was announced; a new one is announced again
             */
            announcedDueAt?: string;
        };
        /** @description Something that has to be told, or was told, to somebody outside */
        NotificationDraft: {
            /**
             * @description Law, contract or custom by which it has to be told
             * @enum {string}
             */
            regime: "NIS2" | "DORA" | "GDPR" | "SEC 8-K" | "sector regulator" | "law enforcement" | "contract" | "partner" | "ISAC" | "customers" | "public";
            /**
             * @description Stage of the report
             * @enum {string}
             */
            stage: "early warning" | "notification" | "intermediate report" | "final report" | "disclosure";
            /** @description Who is told, such as the data protection authority */
            recipient: components["schemas"]["LineDraft"];
            /**
             * Format: date-time
             * @description Start of the clock of this stage: awareness, classification, or the stage before. NIS2, DORA, GDPR and SEC 8-K have a time that counts from it
             */
            clockStartedAt?: string;
            /**
             * Format: date-time
             * @description Deadline, where no law sets one or another date was agreed
             */
            dueAt?: string;
            /**
             * Format: date-time
             * @description When it was told. Absent: not yet
             */
            sentAt?: string;
            /** @description Reference that the recipient gave */
            reference?: components["schemas"]["LineDraft"];
            /**
             * Format: uri
             * @description Address of the report, https or http
             */
            url?: string;
            /** @description As it was read; not taken over */
            readonly id?: unknown;
            /** @description As it was read; not taken over */
            readonly announcedDueAt?: unknown;
        };
        /** @description One point of how the response went */
        Observation: {
            /**
             * @description How it went. What went badly needs a recommendation that answers it, or a reason for none
             * @enum {string}
             */
            kind: "went well" | "went badly" | "got lucky";
            /** @description What was observed, 3 to 4,000 characters */
            statement: string;
            /** @description Why no recommendation answers it */
            noRecommendationBecause?: string;
            /** @description Id, a ULID: 26 characters that sort by time */
            id: string;
        };
        /** @description One point of how the response went */
        ObservationDraft: {
            /**
             * @description How it went. What went badly needs a recommendation that answers it, or a reason for none
             * @enum {string}
             */
            kind: "went well" | "went badly" | "got lucky";
            /** @description What was observed, 3 to 4,000 characters */
            statement: string;
            /** @description Why no recommendation answers it */
            noRecommendationBecause?: components["schemas"]["ReasonDraft"];
            /** @description As it was read; not taken over */
            readonly id?: unknown;
        };
        /** @description Somebody who signed in */
        Person: {
            /**
             * @description Always `person`
             * @constant
             */
            kind: "person";
            /** @description Id of the person at the identity provider */
            id: string;
            /** @description Name of the person */
            name: string;
            /** @description E-mail address, where one is verified */
            email?: string;
            /** @description Account id in Jira, by which a person is known who has another address there */
            jiraAccountId?: string;
        };
        /** @description What went wrong, as RFC 9457 describes it: https://www.rfc-editor.org/rfc/rfc9457 */
        Problem: {
            /** @description Always `about:blank`: the title says all that a type would */
            type: string;
            /** @description The status in words */
            title: string;
            /** @description The HTTP status */
            status: number;
            /** @description What happened, to which thing, and what to do */
            detail: string;
            /** @description Path that was called */
            instance: string;
            /** @description The rule that said no, for programs */
            reason?: string;
            /** @description With 412: the ETag of what is there */
            currentEtag?: string;
            /** @description With 412: the revision of the record */
            currentRevision?: number;
            /** @description Everything that is wrong with the request, each with its place */
            errors?: {
                /** @description Into the body, RFC 6901 */
                pointer?: string;
                /** @description Of the query */
                parameter?: string;
                /** @description Of the request */
                header?: string;
                /** @description What is wrong there, and what is expected */
                detail: string;
            }[];
        };
        /** @description Reason of 10 to 4,000 characters */
        ReasonDraft: string;
        /** @description A recommendation with what follows from it. Once it is approved, a remediation of the same id carries it out */
        Recommendation: {
            /** @description What to do, in one line: it becomes the summary of a Jira ticket. 5 to 200 characters */
            title: string;
            /** @description Why it should be done, 10 to 4,000 characters */
            why: string;
            /**
             * @description What it does against such an incident
             * @enum {string}
             */
            kind: "prevent" | "detect" | "mitigate" | "respond";
            /** @description Ids of the causes, factors and observations of this record that it answers, up to 20 */
            answers: string[];
            /** @description How much it helps, 1 (little) to 5 (much). It decides the priority of the ticket */
            impact: number;
            /** @description How easily it is done, 1 (hard) to 5 (easily) */
            feasibility: number;
            /** @description Team that is to do it, by its name in the configuration: it decides where the ticket goes */
            ownerTeam: string;
            /** @description How one sees that it works, so that two people decide alike. 10 to 2,000 characters */
            successCriterion: string;
            /** @description Why nothing can be measured or seen in its criterion */
            criterionWithoutMeasureBecause?: string;
            /** @description Names of the procedures of the response that it mends, up to 20 */
            procedures?: string[];
            /** @description How the fix will be shown to work */
            verification: components["schemas"]["VerificationPlan"];
            /** @description Techniques of MITRE D3FEND that it uses, such as D3-MFA, up to 20 */
            d3fend?: string[];
            /** @description Controls of a framework that it strengthens, up to 20 */
            controls?: {
                /** @description Name of the framework, such as ISO 27001 */
                framework: string;
                /** @description Id of the control there, such as A.8.7 */
                id: string;
            }[];
            /** @description Id, a ULID: 26 characters that sort by time */
            id: string;
            /**
             * @description Where it stands in the review; a `draft` is not to be judged yet
             * @enum {string}
             */
            status: "draft" | "proposed" | "approved" | "declined" | "risk accepted";
            /**
             * Format: date-time
             * @description Before the approval the date that its author set; after it the first due date of the fix. Without it, the time that its priority has, counted from the approval
             */
            dueAt?: string;
            /** @description Work that does already what is asked for, so that it is not asked for twice */
            existingWork?: components["schemas"]["ExistingWork"];
            /** @description Why it was declined */
            declinedBecause?: string;
            /** @description The risk is accepted for a time; then the recommendation is carried out after all */
            acceptance?: {
                /**
                 * Format: date-time
                 * @description When it ends
                 */
                until: string;
                /** @description Why the risk is accepted */
                reason: string;
                /** @description What is done in the place of the fix */
                compensatingControl: string;
                /** @description Who accepted it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it was accepted
                 */
                at: string;
            };
            /** @description How far the fix of an imported record had come where the record came from. Nobody follows it here */
            stood?: {
                /**
                 * @description State of the fix there
                 * @enum {string}
                 */
                state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                /** @description Key of its ticket there */
                ticket?: string;
                /**
                 * Format: date-time
                 * @description When it was due there
                 */
                dueAt?: string;
                /**
                 * Format: date-time
                 * @description When it was claimed to be done there
                 */
                claimedAt?: string;
                /**
                 * Format: date-time
                 * @description When it was verified there
                 */
                verifiedAt?: string;
                /**
                 * Format: date-time
                 * @description End of the time for which its risk was accepted there
                 */
                acceptedUntil?: string;
                /** @description How often its risk was accepted anew there */
                renewals?: number;
            };
            /**
             * @description Its status, or `ticketed` once it is approved and its ticket is in Jira
             * @enum {string}
             */
            state: "draft" | "proposed" | "approved" | "declined" | "risk accepted" | "ticketed";
            /** @description Impact × feasibility: the order in which to work. */
            rank: number;
            /**
             * @description Quadrant of impact and feasibility, where 4 and 5 are high
             * @enum {string}
             */
            quadrant: "quick win" | "major project" | "fill-in" | "reconsider";
            /**
             * @description The priority of its ticket.
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description How far its fix has come, once it is approved */
            remediation?: {
                /**
                 * @description State of the fix
                 * @enum {string}
                 */
                state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                /** @description Ticket of the fix, once it is in Jira */
                ticket?: {
                    /** @description Key of the ticket, such as NET-12 */
                    key: string;
                    /** @description Address of its page */
                    url: string;
                };
                /**
                 * Format: date-time
                 * @description When the fix is due
                 */
                dueAt: string;
                /**
                 * Format: date-time
                 * @description Set while the fix is overdue
                 */
                overdueSince?: string;
            };
            /** @description While the record is in review: where the ticket of the fix would be made, and by when it would be due, were its last approval given now */
            ifApproved?: {
                /** @description Key of the Jira project. Absent where a ticket that is there is taken */
                project?: string;
                /** @description Issue type of the ticket, by name or id. Absent where a ticket that is there is taken */
                issueType?: string;
                /** @description Address of the Jira site. Absent where the configuration has one, or a ticket that is there is taken */
                site?: string;
                /**
                 * Format: date-time
                 * @description When the fix would be due: the date that its author set, else what its priority allows from the last approval on, which may be later
                 */
                dueAt: string;
                /**
                 * Format: date
                 * @description Day that the ticket would show, in the calendar of its team. Absent where its route wants none, or a ticket that is there is taken
                 */
                dueOn?: string;
            };
            /** @description While the record is in review: what has the same words, in it or among open fixes of the same team. */
            sameWords?: {
                /** @description Id of the record that has it */
                postMortemId: string;
                /** @description Id of the recommendation that has the same words */
                recommendationId: string;
                /** @description Key of its ticket, if it has one */
                ticket?: string;
            }[];
        };
        /** @description A recommendation with what follows from it. Once it is approved, a remediation of the same id carries it out */
        RecommendationDraft: {
            /** @description What to do, in one line: it becomes the summary of a Jira ticket. 5 to 200 characters */
            title: string & (unknown & unknown);
            /** @description Why it should be done, 10 to 4,000 characters */
            why: string;
            /**
             * @description What it does against such an incident
             * @enum {string}
             */
            kind: "prevent" | "detect" | "mitigate" | "respond";
            /**
             * @description Ids of the causes, factors and observations of this record that it answers, up to 20
             * @default []
             */
            answers: string[];
            /** @description How much it helps, 1 (little) to 5 (much). It decides the priority of the ticket */
            impact: number;
            /** @description How easily it is done, 1 (hard) to 5 (easily) */
            feasibility: number;
            /** @description Team that is to do it, by its name in the configuration: it decides where the ticket goes */
            ownerTeam: string;
            /** @description How one sees that it works, so that two people decide alike. 10 to 2,000 characters */
            successCriterion: string;
            /** @description Why nothing can be measured or seen in its criterion */
            criterionWithoutMeasureBecause?: components["schemas"]["ReasonDraft"];
            /** @description Names of the procedures of the response that it mends, up to 20 */
            procedures?: components["schemas"]["LineDraft"][];
            /** @description How the fix will be shown to work */
            verification: components["schemas"]["VerificationPlanDraft"];
            /** @description Techniques of MITRE D3FEND that it uses, such as D3-MFA, up to 20 */
            d3fend?: string[];
            /** @description Controls of a framework that it strengthens, up to 20 */
            controls?: {
                /** @description Name of the framework, such as ISO 27001 */
                framework: string;
                /** @description Id of the control there, such as A.8.7 */
                id: string;
            }[];
            /**
             * Format: date-time
             * @description Before the approval the date that its author set; after it the first due date of the fix. Without it, the time that its priority has, counted from the approval
             */
            dueAt?: string;
            /** @description Work that does already what is asked for, so that it is not asked for twice */
            existingWork?: {
                /**
                 * @description `ticket`: it becomes the ticket of the fix; `pull request`: the new ticket names it
                 * @constant
                 */
                kind: "ticket";
                /** @description Key of a Jira ticket, such as NET-12, or the address of its page */
                ticket: string;
            } | {
                /**
                 * @description `ticket`: it becomes the ticket of the fix; `pull request`: the new ticket names it
                 * @constant
                 */
                kind: "pull request";
                /**
                 * Format: uri
                 * @description Address of a pull request, https
                 */
                url: string;
                /**
                 * Format: date-time
                 * @description When it was merged: the fix is done since, so it is claimed once it has its ticket, and checked. Without it, somebody moves the ticket
                 */
                mergedAt?: string;
            };
            /**
             * @description Where it stands in the review; a `draft` is not to be judged yet
             * @default proposed
             * @enum {string}
             */
            status: "draft" | "proposed";
            /** @description As it was read; not taken over */
            readonly id?: unknown;
            /** @description As it was read; not taken over */
            readonly declinedBecause?: unknown;
            /** @description As it was read; not taken over */
            readonly acceptance?: unknown;
            /** @description As it was read; not taken over */
            readonly stood?: unknown;
            /** @description As it was read; not taken over */
            readonly state?: unknown;
            /** @description As it was read; not taken over */
            readonly rank?: unknown;
            /** @description As it was read; not taken over */
            readonly quadrant?: unknown;
            /** @description As it was read; not taken over */
            readonly priority?: unknown;
            /** @description As it was read; not taken over */
            readonly remediation?: unknown;
            /** @description As it was read; not taken over */
            readonly ifApproved?: unknown;
            /** @description As it was read; not taken over */
            readonly sameWords?: unknown;
            /** @description As it was read; not taken over */
            readonly name?: unknown;
            /** @description As it was read; not taken over */
            readonly categories?: unknown;
        };
        /** @description A post-mortem record: the structured review of one incident, near miss, exercise or period */
        Record: {
            /** @description Id of the record, a ULID */
            id: string;
            /**
             * @description `periodic review`: of many incidents, such as those of a quarter
             * @enum {string}
             */
            kind: "incident" | "near miss" | "exercise" | "false positive" | "periodic review";
            /**
             * @description `open`: being written; `in review`: submitted; `approved`: its fixes are under way; `closed`: all fixes are settled; `waived` and `merged`: ended without a review of its own
             * @enum {string}
             */
            status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
            /** @description Count of the changes of the record. Every change makes it greater */
            revision: number;
            /** @description Revision of the last change to what an approver judges. An approval of this revision or a later one counts */
            contentRevision: number;
            /** @description Revision of the last change by a person or a program. Absent in records that were last written before it was kept */
            writtenRevision?: number;
            /** @description Revision from which on a reading is of what is judged now: of the last change of content, severity or category, or of the last submission. Absent in older records */
            judgedRevision?: number;
            /** @description The incident, as its ticket told it when the record was opened or as whoever opened the record did */
            incident: components["schemas"]["IncidentTicket"];
            /**
             * @description Severity of the incident
             * @enum {string}
             */
            severity: "critical" | "high" | "medium" | "low";
            /** @description Category of the incident, one of those in the configuration */
            category?: string;
            /**
             * @description TLP 2.0 mark: who may learn of it, from everybody (CLEAR) to those who are named (RED)
             * @enum {string}
             */
            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
            /** @description Of a periodic review alone: its period and its records */
            scope?: {
                /**
                 * Format: date-time
                 * @description Beginning of the period
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description End of the period
                 */
                to: string;
                /** @description Ids of the records that the review looks at, up to 200 */
                covers: string[];
                /** @description How many more it looks at that you may not read: marked more strictly since. Missing when there are none */
                withheld?: number;
            };
            /**
             * Format: date-time
             * @description When the record was opened
             */
            openedAt: string;
            /** @description Who opened it by hand. Absent where a ticket opened it */
            openedBy?: components["schemas"]["Author"];
            /**
             * Format: date-time
             * @description Time by which the review has to be approved, from the policy of its kind and severity unless somebody set it
             */
            dueAt: string;
            /** @description True once the ticket of the incident has a link to the record */
            isLinkedToTicket: boolean;
            /** @description Number of entries of the timeline, by kind. The entries are read page by page */
            timelineCounts: {
                /** @description Entries on what the attacker did */
                attacker: number;
                /** @description Entries on what was noticed */
                detection: number;
                /** @description Entries on what was decided */
                decision: number;
                /** @description Entries on what was done */
                action: number;
                /** @description Entries on what was told to whom */
                communication: number;
            };
            /** @description Entries of the timeline by which its times are counted. Of several, the first is when it began and was detected, the last is when it was over. Absent until the first one */
            milestones?: {
                /** @description Id of the entry */
                entry: string;
                /**
                 * @description What was reached then
                 * @enum {string}
                 */
                milestone: "began" | "detected" | "contained" | "eradicated" | "recovered";
                /**
                 * Format: date-time
                 * @description When it was reached
                 */
                at: string;
                /**
                 * @description How exactly the time is known. Without it: as it is written
                 * @enum {string}
                 */
                precision?: "minute" | "hour" | "day" | "month" | "year";
            }[];
            /** @description Comments on it, with replies. Absent until the first one */
            commentCount?: number;
            /** @description Everybody who wrote in it. None of them may approve it */
            authors: components["schemas"]["Author"][];
            /** @description Who submitted it last */
            submittedBy?: components["schemas"]["Author"];
            /** @description Approvals of this content so far. It is approved when there are as many as its template asks for */
            approvals: {
                /** @description Who approved */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When they approved
                 */
                at: string;
                /** @description The revision that they approved */
                revision: number;
            }[];
            /**
             * Format: date-time
             * @description When the last approval that was needed came
             */
            approvedAt?: string;
            /** @description Why it was returned to its authors last. Absent: it never was */
            returnedBecause?: string;
            /**
             * Format: date-time
             * @description When its last fix was settled
             */
            closedAt?: string;
            /** @description How often the incident was reopened after the record had been opened */
            carriedOn: number;
            /**
             * Format: date-time
             * @description When the incident was reopened last
             */
            carriedOnAt?: string;
            /** @description Revision at which the incident was reopened last */
            carriedOnRevision?: number;
            /** @description Only in a record that was waived or merged: who ended it, when and why */
            ended?: {
                /** @description Why it ended without a review of its own */
                reason: string;
                /** @description Who ended it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                at: string;
                /** @description Id of the record that took its place */
                mergedInto?: string;
            };
            /** @description Records of the same incident that were merged into this one */
            absorbed: {
                /** @description Id of the record that was merged into this one */
                postMortemId: string;
                /** @description Ticket of that record */
                ticket: {
                    /**
                     * @description System that the ticket is in
                     * @enum {string}
                     */
                    source: "jira" | "holdfast-json" | "pagerduty" | "incident-io" | "servicenow" | "holdfast";
                    /** @description Site of the ticket, as in the configuration */
                    site: string;
                    /** @description Id of the ticket, which outlives a move to another project */
                    ticketId: string;
                    /** @description Key of the ticket, such as NET-12 */
                    key: string;
                };
            }[];
            /** @description Only in an imported record: where it came from */
            importedFrom?: {
                /** @description Its id there */
                id: string;
                /** @description SHA-256 of the file that brought it, in hex */
                sha256: string;
                /**
                 * Format: date-time
                 * @description When it was imported
                 */
                at: string;
                /**
                 * @description Status that its import was to end with; missing in records that earlier versions imported
                 * @enum {string}
                 */
                endsAs?: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
            };
            /** @description Sections that are written so far, by name */
            sections: {
                /** @description What the review is to find out, and who takes part */
                framework?: components["schemas"]["FrameworkSection"];
                /** @description The incident in short */
                summary?: components["schemas"]["SummarySection"];
                /** @description What the incident did */
                impact?: components["schemas"]["ImpactSection"];
                /** @description How the attacker got in, and with what */
                attack?: components["schemas"]["AttackSection"];
                /** @description What users of a product of the company are told */
                advisory?: components["schemas"]["AdvisorySection"];
                /** @description How it was noticed, and why not sooner */
                detection?: components["schemas"]["DetectionSection"];
                /** @description How the response went */
                response?: components["schemas"]["ResponseSection"];
                /** @description How the causes were found, and how they worked together */
                analysis?: components["schemas"]["AnalysisSection"];
                /** @description Why there is no human cause or factor, where none was found */
                humanFactor?: components["schemas"]["HumanFactorSection"];
                /** @description What was shared with others, or why nobody had to be told */
                sharing?: components["schemas"]["SharingSection"];
                /** @description Facts of an imported record for which there is no other field */
                source?: components["schemas"]["SourceSection"];
            };
            /** @description Root causes */
            rootCauses: components["schemas"]["RootCause"][];
            /** @description Contributing factors */
            contributingFactors: components["schemas"]["ContributingFactor"][];
            /** @description How the response went, point by point */
            observations: components["schemas"]["Observation"][];
            /** @description Recommendations, with what became of them; up to 100, approved ones included */
            recommendations: components["schemas"]["Recommendation"][];
            /** @description Lessons, and the documents that have to say them */
            lessons: components["schemas"]["Lesson"][];
            /** @description What has to be told to somebody outside, or was */
            notifications: components["schemas"]["Notification"][];
            /** @description Files that show what happened, without their bytes */
            evidence: components["schemas"]["Evidence"][];
            /** @description Corrections of what the record began with */
            corrections: components["schemas"]["Correction"][];
            /** @description What was done to contain the incident for a while, and is to be undone */
            temporaryMeasures: components["schemas"]["TemporaryMeasure"][];
            /** @description Hints about its wording that its authors did not answer, and why. Some may be of words that are others by now */
            dismissedHints: {
                /** @description Place in the record, with dots */
                path: string;
                /** @description Kind of hint */
                about: string;
                /** @description The words that it is about */
                excerpt: string;
                /** @description Why it stays unanswered */
                because: string;
                /** @description Who dismissed it */
                by: components["schemas"]["Author"];
                /**
                 * Format: date-time
                 * @description When they did
                 */
                at: string;
            }[];
            /** @description What its template asks for, and what of it is missing */
            completeness: {
                /** @description Name of the template, which follows from kind, severity and category */
                template: string;
                /** @description How much of what is required is there; 100 exactly when nothing is missing. */
                score: number;
                /** @description How many requirements are met */
                met: number;
                /** @description How many requirements there are */
                required: number;
                /** @description What is missing, in the order in which one fills a record in */
                missing: {
                    /** @description Place in the record, with dots: `impact.description` */
                    path: string;
                    /** @description What is missing there, in words */
                    message: string;
                }[];
            };
            /** @description For If-Match: the version of each section by its name, and of each part by its id. */
            etags: {
                /** @description ETag of each section that is written, by the name of the section */
                sections: {
                    [key: string]: string;
                };
                /** @description ETag of each part, by its id */
                parts: {
                    [key: string]: string;
                };
            };
            /** @description What the caller may do with the record as it is now. */
            acts: {
                /**
                 * @description What one may want to do with the record
                 * @enum {string}
                 */
                act: "write" | "comment" | "classify" | "dismiss hints" | "submit" | "return" | "approve" | "waive" | "merge" | "export";
                /** @description True when the caller may do it now */
                isAllowed: boolean;
                /** @description Why not, in the words of the refusal */
                because?: string;
            }[];
        };
        /** @description A record as a line of a list */
        RecordLine: {
            /** @description Id of the record, a ULID */
            id: string;
            /**
             * @description `periodic review`: of many incidents, such as those of a quarter
             * @enum {string}
             */
            kind: "incident" | "near miss" | "exercise" | "false positive" | "periodic review";
            /**
             * @description `open`: being written; `in review`: submitted; `approved`: its fixes are under way; `closed`: all fixes are settled; `waived` and `merged`: ended without a review of its own
             * @enum {string}
             */
            status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
            /**
             * @description Severity of the incident
             * @enum {string}
             */
            severity: "critical" | "high" | "medium" | "low";
            /** @description Category of the incident, one of those in the configuration */
            category?: string;
            /**
             * @description TLP 2.0 mark: who may learn of it, from everybody (CLEAR) to those who are named (RED)
             * @enum {string}
             */
            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
            /** @description The incident that it is about */
            incident: {
                /**
                 * @description System that the incident came from; `holdfast`: somebody opened the record by hand, or a file brought it
                 * @enum {string}
                 */
                source: "jira" | "holdfast-json" | "pagerduty" | "incident-io" | "servicenow" | "holdfast";
                /** @description Key of the incident, as people say it, such as SEC-17 */
                key: string;
                /** @description Title of the incident */
                title: string;
            };
            /**
             * Format: date-time
             * @description When the record was opened
             */
            openedAt: string;
            /**
             * Format: date-time
             * @description Time by which the review has to be approved
             */
            dueAt: string;
            /**
             * @description It came from a file
             * @constant
             */
            isImported?: true;
            /**
             * Format: date-time
             * @description When it changed last; with `sort=changed` alone
             */
            changedAt?: string;
        };
        /** @description An approved recommendation on its way through Jira until it is verified: a fix. What it has depends on its state */
        Remediation: {
            /**
             * @description `requested`: its ticket is to be made; `ambiguous`: it may have been made; `open`: in work; `claimed`: done, says its ticket; `verifying`: on the steps of its plan; `verified`: shown to hold; `ineffective`: failed before it was verified; `regressed`: failed after; `accepted`: its risk is accepted for a time; `cancelled`: given up
             * @constant
             */
            state: "requested";
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /** @description What to do, in one line: the title of its recommendation */
            title: string;
            /** @description Team that is to do it */
            ownerTeam: string;
            /**
             * @description Priority of its ticket, in the words of severities
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description Impact of its recommendation when it was approved. Absent in older fixes */
            impact?: number;
            /** @description Feasibility of its recommendation when it was approved. Absent in older fixes */
            feasibility?: number;
            /** @description Where its ticket is made */
            route: {
                /** @description Key of the Jira project */
                project: string;
                /** @description Issue type of the ticket, by name or id */
                issueType: string;
                /** @description Component of the ticket */
                component?: string;
            };
            /** @description Name of the route in the configuration. Absent in fixes from before routes had names */
            routeName?: string;
            /** @description Name of the site of the route in `jira.sites`. Absent where it is the site of `jira` */
            routeSite?: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Its first due date, which never changes. Absent in older fixes
             */
            firstDueAt?: string;
            /**
             * Format: date-time
             * @description When it was approved, and its ticket wanted
             */
            requestedAt: string;
            /** @description Checks that have to pass */
            checks: components["schemas"]["Check"][];
            /** @description Why nothing but its ticket can show the fix */
            untestedBecause?: string;
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations */
            steps: string[];
            /** @description Words of people on its checks */
            attestations: components["schemas"]["Attestation"][];
            /**
             * Format: date-time
             * @description Set when the due date passed without a claim; gone with a new claim
             */
            overdueSince?: string;
            /**
             * Format: date-time
             * @description The due date that was told to have passed. Each is told once
             */
            overdueTold?: string;
            /**
             * Format: date-time
             * @description When somebody last asked where its claim stands
             */
            checkAskedAt?: string;
            /** @description How often its ticket was reopened */
            reopenCount: number;
            /** @description Times at which evidence reopened the ticket, the newest last */
            evidenceReopenedAt?: string[];
            /**
             * Format: date-time
             * @description Time of its newest claim, whatever became of it. Absent also in fixes that were claimed before it was kept
             */
            lastClaimAt?: string;
            /** @description How often people moved the ticket out of done. Absent: never */
            pushes?: number;
            /** @description People pushed the due date of the ticket in Jira. The due date of the fix does not change by it */
            pushedDueDate?: {
                /** @description How often they pushed it */
                pushes: number;
                /**
                 * @description What came of putting it back, which is done once
                 * @enum {string}
                 */
                putBack?: "owed" | "done" | "refused";
            };
            /**
             * Format: date-time
             * @description Time of the newest claim that was one of many that one person made at once
             */
            closedInBulkAt?: string;
            /** @description People who were seen as the assignee, or moved the ticket to done, the newest 100. They may not attest the fix */
            workedBy?: components["schemas"]["TicketPerson"][];
            /** @description What does the work already */
            existingWork?: components["schemas"]["ExistingWork"];
            /** @description How often its risk was accepted for a time. Absent: never */
            acceptanceCount?: number;
            /** @description The last acceptance of its risk that is over */
            lastAcceptance?: {
                /** @description Who accepted it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                until: string;
            };
            /**
             * @description Present when its record was TLP:AMBER+STRICT or TLP:RED at the approval: its ticket tells little
             * @constant
             */
            isRestricted?: true;
            /** @description Tickets that could not be moved out of done when they had to be, the newest last */
            formerTickets?: components["schemas"]["RemediationTicket"][];
            /** @description Failure for which its ticket is a follow-up of the newest former ticket */
            followsUp?: components["schemas"]["Failure"];
            /** @description Set while Holdfast has moved the ticket to done because its risk is accepted */
            putAway?: {
                /**
                 * Format: date-time
                 * @description When the ticket went to done, by the clock of its system
                 */
                at: string;
            };
            /** @description The newest of what its ticket does not take */
            notTold?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket is not linked to its incident, because Jira does not let us: why, and since when */
            notLinked?: components["schemas"]["TicketNotTold"];
            /** @description How often the creation of the ticket was tried */
            attempt: number;
            /**
             * Format: date-time
             * @description Until then a worker is at it, and others stay away
             */
            leaseExpiresAt: string;
            /** @description What Jira said when it refused last */
            refusedBecause?: string;
            /** @description Hash of the route and the create screen of the refused ticket. With another one the creation is tried again at once */
            refusedOutlook?: string;
        } | {
            /**
             * @description `requested`: its ticket is to be made; `ambiguous`: it may have been made; `open`: in work; `claimed`: done, says its ticket; `verifying`: on the steps of its plan; `verified`: shown to hold; `ineffective`: failed before it was verified; `regressed`: failed after; `accepted`: its risk is accepted for a time; `cancelled`: given up
             * @constant
             */
            state: "ambiguous";
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /** @description What to do, in one line: the title of its recommendation */
            title: string;
            /** @description Team that is to do it */
            ownerTeam: string;
            /**
             * @description Priority of its ticket, in the words of severities
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description Impact of its recommendation when it was approved. Absent in older fixes */
            impact?: number;
            /** @description Feasibility of its recommendation when it was approved. Absent in older fixes */
            feasibility?: number;
            /** @description Where its ticket is made */
            route: {
                /** @description Key of the Jira project */
                project: string;
                /** @description Issue type of the ticket, by name or id */
                issueType: string;
                /** @description Component of the ticket */
                component?: string;
            };
            /** @description Name of the route in the configuration. Absent in fixes from before routes had names */
            routeName?: string;
            /** @description Name of the site of the route in `jira.sites`. Absent where it is the site of `jira` */
            routeSite?: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Its first due date, which never changes. Absent in older fixes
             */
            firstDueAt?: string;
            /**
             * Format: date-time
             * @description When it was approved, and its ticket wanted
             */
            requestedAt: string;
            /** @description Checks that have to pass */
            checks: components["schemas"]["Check"][];
            /** @description Why nothing but its ticket can show the fix */
            untestedBecause?: string;
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations */
            steps: string[];
            /** @description Words of people on its checks */
            attestations: components["schemas"]["Attestation"][];
            /**
             * Format: date-time
             * @description Set when the due date passed without a claim; gone with a new claim
             */
            overdueSince?: string;
            /**
             * Format: date-time
             * @description The due date that was told to have passed. Each is told once
             */
            overdueTold?: string;
            /**
             * Format: date-time
             * @description When somebody last asked where its claim stands
             */
            checkAskedAt?: string;
            /** @description How often its ticket was reopened */
            reopenCount: number;
            /** @description Times at which evidence reopened the ticket, the newest last */
            evidenceReopenedAt?: string[];
            /**
             * Format: date-time
             * @description Time of its newest claim, whatever became of it. Absent also in fixes that were claimed before it was kept
             */
            lastClaimAt?: string;
            /** @description How often people moved the ticket out of done. Absent: never */
            pushes?: number;
            /** @description People pushed the due date of the ticket in Jira. The due date of the fix does not change by it */
            pushedDueDate?: {
                /** @description How often they pushed it */
                pushes: number;
                /**
                 * @description What came of putting it back, which is done once
                 * @enum {string}
                 */
                putBack?: "owed" | "done" | "refused";
            };
            /**
             * Format: date-time
             * @description Time of the newest claim that was one of many that one person made at once
             */
            closedInBulkAt?: string;
            /** @description People who were seen as the assignee, or moved the ticket to done, the newest 100. They may not attest the fix */
            workedBy?: components["schemas"]["TicketPerson"][];
            /** @description What does the work already */
            existingWork?: components["schemas"]["ExistingWork"];
            /** @description How often its risk was accepted for a time. Absent: never */
            acceptanceCount?: number;
            /** @description The last acceptance of its risk that is over */
            lastAcceptance?: {
                /** @description Who accepted it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                until: string;
            };
            /**
             * @description Present when its record was TLP:AMBER+STRICT or TLP:RED at the approval: its ticket tells little
             * @constant
             */
            isRestricted?: true;
            /** @description Tickets that could not be moved out of done when they had to be, the newest last */
            formerTickets?: components["schemas"]["RemediationTicket"][];
            /** @description Failure for which its ticket is a follow-up of the newest former ticket */
            followsUp?: components["schemas"]["Failure"];
            /** @description Set while Holdfast has moved the ticket to done because its risk is accepted */
            putAway?: {
                /**
                 * Format: date-time
                 * @description When the ticket went to done, by the clock of its system
                 */
                at: string;
            };
            /** @description The newest of what its ticket does not take */
            notTold?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket is not linked to its incident, because Jira does not let us: why, and since when */
            notLinked?: components["schemas"]["TicketNotTold"];
            /** @description How often the creation of the ticket was tried */
            attempt: number;
            /**
             * Format: date-time
             * @description Since when nobody knows whether the ticket was made
             */
            ambiguousSince: string;
            /**
             * Format: date-time
             * @description When the ticket is searched for next
             */
            nextSearchAt: string;
        } | {
            /**
             * @description `requested`: its ticket is to be made; `ambiguous`: it may have been made; `open`: in work; `claimed`: done, says its ticket; `verifying`: on the steps of its plan; `verified`: shown to hold; `ineffective`: failed before it was verified; `regressed`: failed after; `accepted`: its risk is accepted for a time; `cancelled`: given up
             * @constant
             */
            state: "open";
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /** @description What to do, in one line: the title of its recommendation */
            title: string;
            /** @description Team that is to do it */
            ownerTeam: string;
            /**
             * @description Priority of its ticket, in the words of severities
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description Impact of its recommendation when it was approved. Absent in older fixes */
            impact?: number;
            /** @description Feasibility of its recommendation when it was approved. Absent in older fixes */
            feasibility?: number;
            /** @description Where its ticket is made */
            route: {
                /** @description Key of the Jira project */
                project: string;
                /** @description Issue type of the ticket, by name or id */
                issueType: string;
                /** @description Component of the ticket */
                component?: string;
            };
            /** @description Name of the route in the configuration. Absent in fixes from before routes had names */
            routeName?: string;
            /** @description Name of the site of the route in `jira.sites`. Absent where it is the site of `jira` */
            routeSite?: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Its first due date, which never changes. Absent in older fixes
             */
            firstDueAt?: string;
            /**
             * Format: date-time
             * @description When it was approved, and its ticket wanted
             */
            requestedAt: string;
            /** @description Checks that have to pass */
            checks: components["schemas"]["Check"][];
            /** @description Why nothing but its ticket can show the fix */
            untestedBecause?: string;
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations */
            steps: string[];
            /** @description Words of people on its checks */
            attestations: components["schemas"]["Attestation"][];
            /**
             * Format: date-time
             * @description Set when the due date passed without a claim; gone with a new claim
             */
            overdueSince?: string;
            /**
             * Format: date-time
             * @description The due date that was told to have passed. Each is told once
             */
            overdueTold?: string;
            /**
             * Format: date-time
             * @description When somebody last asked where its claim stands
             */
            checkAskedAt?: string;
            /** @description How often its ticket was reopened */
            reopenCount: number;
            /** @description Times at which evidence reopened the ticket, the newest last */
            evidenceReopenedAt?: string[];
            /**
             * Format: date-time
             * @description Time of its newest claim, whatever became of it. Absent also in fixes that were claimed before it was kept
             */
            lastClaimAt?: string;
            /** @description How often people moved the ticket out of done. Absent: never */
            pushes?: number;
            /** @description People pushed the due date of the ticket in Jira. The due date of the fix does not change by it */
            pushedDueDate?: {
                /** @description How often they pushed it */
                pushes: number;
                /**
                 * @description What came of putting it back, which is done once
                 * @enum {string}
                 */
                putBack?: "owed" | "done" | "refused";
            };
            /**
             * Format: date-time
             * @description Time of the newest claim that was one of many that one person made at once
             */
            closedInBulkAt?: string;
            /** @description People who were seen as the assignee, or moved the ticket to done, the newest 100. They may not attest the fix */
            workedBy?: components["schemas"]["TicketPerson"][];
            /** @description What does the work already */
            existingWork?: components["schemas"]["ExistingWork"];
            /** @description How often its risk was accepted for a time. Absent: never */
            acceptanceCount?: number;
            /** @description The last acceptance of its risk that is over */
            lastAcceptance?: {
                /** @description Who accepted it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                until: string;
            };
            /**
             * @description Present when its record was TLP:AMBER+STRICT or TLP:RED at the approval: its ticket tells little
             * @constant
             */
            isRestricted?: true;
            /** @description Tickets that could not be moved out of done when they had to be, the newest last */
            formerTickets?: components["schemas"]["RemediationTicket"][];
            /** @description Failure for which its ticket is a follow-up of the newest former ticket */
            followsUp?: components["schemas"]["Failure"];
            /** @description Set while Holdfast has moved the ticket to done because its risk is accepted */
            putAway?: {
                /**
                 * Format: date-time
                 * @description When the ticket went to done, by the clock of its system
                 */
                at: string;
            };
            /** @description The newest of what its ticket does not take */
            notTold?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket is not linked to its incident, because Jira does not let us: why, and since when */
            notLinked?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket, as it was last seen */
            ticket: components["schemas"]["RemediationTicket"];
            /**
             * Format: date-time
             * @description Time of the claim before the ticket was reopened. A reading with this time is old, and no new claim
             */
            endedClaimAt?: string;
            /** @description The ticket was closed in a way that claims nothing, such as Won’t Do. A person decides */
            closedWithoutClaim?: {
                /**
                 * Format: date-time
                 * @description When it was closed
                 */
                at: string;
                /** @description Who closed it */
                by?: components["schemas"]["TicketPerson"];
                /** @description How it ended, in words */
                outcome: string;
            };
        } | {
            /**
             * @description `requested`: its ticket is to be made; `ambiguous`: it may have been made; `open`: in work; `claimed`: done, says its ticket; `verifying`: on the steps of its plan; `verified`: shown to hold; `ineffective`: failed before it was verified; `regressed`: failed after; `accepted`: its risk is accepted for a time; `cancelled`: given up
             * @constant
             */
            state: "claimed";
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /** @description What to do, in one line: the title of its recommendation */
            title: string;
            /** @description Team that is to do it */
            ownerTeam: string;
            /**
             * @description Priority of its ticket, in the words of severities
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description Impact of its recommendation when it was approved. Absent in older fixes */
            impact?: number;
            /** @description Feasibility of its recommendation when it was approved. Absent in older fixes */
            feasibility?: number;
            /** @description Where its ticket is made */
            route: {
                /** @description Key of the Jira project */
                project: string;
                /** @description Issue type of the ticket, by name or id */
                issueType: string;
                /** @description Component of the ticket */
                component?: string;
            };
            /** @description Name of the route in the configuration. Absent in fixes from before routes had names */
            routeName?: string;
            /** @description Name of the site of the route in `jira.sites`. Absent where it is the site of `jira` */
            routeSite?: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Its first due date, which never changes. Absent in older fixes
             */
            firstDueAt?: string;
            /**
             * Format: date-time
             * @description When it was approved, and its ticket wanted
             */
            requestedAt: string;
            /** @description Checks that have to pass */
            checks: components["schemas"]["Check"][];
            /** @description Why nothing but its ticket can show the fix */
            untestedBecause?: string;
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations */
            steps: string[];
            /** @description Words of people on its checks */
            attestations: components["schemas"]["Attestation"][];
            /**
             * Format: date-time
             * @description Set when the due date passed without a claim; gone with a new claim
             */
            overdueSince?: string;
            /**
             * Format: date-time
             * @description The due date that was told to have passed. Each is told once
             */
            overdueTold?: string;
            /**
             * Format: date-time
             * @description When somebody last asked where its claim stands
             */
            checkAskedAt?: string;
            /** @description How often its ticket was reopened */
            reopenCount: number;
            /** @description Times at which evidence reopened the ticket, the newest last */
            evidenceReopenedAt?: string[];
            /**
             * Format: date-time
             * @description Time of its newest claim, whatever became of it. Absent also in fixes that were claimed before it was kept
             */
            lastClaimAt?: string;
            /** @description How often people moved the ticket out of done. Absent: never */
            pushes?: number;
            /** @description People pushed the due date of the ticket in Jira. The due date of the fix does not change by it */
            pushedDueDate?: {
                /** @description How often they pushed it */
                pushes: number;
                /**
                 * @description What came of putting it back, which is done once
                 * @enum {string}
                 */
                putBack?: "owed" | "done" | "refused";
            };
            /**
             * Format: date-time
             * @description Time of the newest claim that was one of many that one person made at once
             */
            closedInBulkAt?: string;
            /** @description People who were seen as the assignee, or moved the ticket to done, the newest 100. They may not attest the fix */
            workedBy?: components["schemas"]["TicketPerson"][];
            /** @description What does the work already */
            existingWork?: components["schemas"]["ExistingWork"];
            /** @description How often its risk was accepted for a time. Absent: never */
            acceptanceCount?: number;
            /** @description The last acceptance of its risk that is over */
            lastAcceptance?: {
                /** @description Who accepted it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                until: string;
            };
            /**
             * @description Present when its record was TLP:AMBER+STRICT or TLP:RED at the approval: its ticket tells little
             * @constant
             */
            isRestricted?: true;
            /** @description Tickets that could not be moved out of done when they had to be, the newest last */
            formerTickets?: components["schemas"]["RemediationTicket"][];
            /** @description Failure for which its ticket is a follow-up of the newest former ticket */
            followsUp?: components["schemas"]["Failure"];
            /** @description Set while Holdfast has moved the ticket to done because its risk is accepted */
            putAway?: {
                /**
                 * Format: date-time
                 * @description When the ticket went to done, by the clock of its system
                 */
                at: string;
            };
            /** @description The newest of what its ticket does not take */
            notTold?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket is not linked to its incident, because Jira does not let us: why, and since when */
            notLinked?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket, as it was last seen */
            ticket: components["schemas"]["RemediationTicket"];
            /**
             * @description Steps of the plan that are through
             * @constant
             */
            step: 0;
            /**
             * Format: date-time
             * @description The verdict may change by itself at this time. Absent: only something that arrives changes it
             */
            nextCheckAt?: string;
            /** @description A source says fail, and that is not settled */
            doubt?: components["schemas"]["Doubt"];
            /** @description Evidence that was expected is missing */
            silence?: {
                /**
                 * @description `late`, and after a while `unproven`, which counts as overdue
                 * @enum {string}
                 */
                rung: "late" | "unproven";
                /**
                 * Format: date-time
                 * @description When it was expected
                 */
                expectedAt: string;
            };
            /** @description Evidence that was expected is missing, and may have been lost: the intake of Holdfast was down */
            excused?: {
                /**
                 * Format: date-time
                 * @description When it was expected
                 */
                expectedAt: string;
            };
            /**
             * Format: date-time
             * @description The fix came back again and again: its claim counts when nothing has failed until this time
             */
            heldUntil?: string;
            /**
             * Format: date-time
             * @description End of a fail that was long over when it was told. The steps are counted from here
             */
            setBackTo?: string;
            /** @description The ticket went to done, or its pull request was merged: a claim, not yet a fix */
            claim: components["schemas"]["Claim"];
            /**
             * Format: date-time
             * @description When the claim was judged last
             */
            lastCheckAt?: string;
            /**
             * Format: date-time
             * @description When the claim was first proven
             */
            provenAt?: string;
            /** @description The newest questions of this claim to its sources, so that each is asked once */
            asked?: components["schemas"]["Asking"][];
            /** @description Only in fixes that were called verified before there were verdicts: the first verdict on it */
            regraded?: {
                /**
                 * Format: date-time
                 * @description When it was judged first
                 */
                at: string;
                /**
                 * Format: date-time
                 * @description When verdicts began in this installation. What failed before waits for a person
                 */
                upgradedAt: string;
            };
        } | {
            /**
             * @description `requested`: its ticket is to be made; `ambiguous`: it may have been made; `open`: in work; `claimed`: done, says its ticket; `verifying`: on the steps of its plan; `verified`: shown to hold; `ineffective`: failed before it was verified; `regressed`: failed after; `accepted`: its risk is accepted for a time; `cancelled`: given up
             * @constant
             */
            state: "verifying";
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /** @description What to do, in one line: the title of its recommendation */
            title: string;
            /** @description Team that is to do it */
            ownerTeam: string;
            /**
             * @description Priority of its ticket, in the words of severities
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description Impact of its recommendation when it was approved. Absent in older fixes */
            impact?: number;
            /** @description Feasibility of its recommendation when it was approved. Absent in older fixes */
            feasibility?: number;
            /** @description Where its ticket is made */
            route: {
                /** @description Key of the Jira project */
                project: string;
                /** @description Issue type of the ticket, by name or id */
                issueType: string;
                /** @description Component of the ticket */
                component?: string;
            };
            /** @description Name of the route in the configuration. Absent in fixes from before routes had names */
            routeName?: string;
            /** @description Name of the site of the route in `jira.sites`. Absent where it is the site of `jira` */
            routeSite?: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Its first due date, which never changes. Absent in older fixes
             */
            firstDueAt?: string;
            /**
             * Format: date-time
             * @description When it was approved, and its ticket wanted
             */
            requestedAt: string;
            /** @description Checks that have to pass */
            checks: components["schemas"]["Check"][];
            /** @description Why nothing but its ticket can show the fix */
            untestedBecause?: string;
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations */
            steps: string[];
            /** @description Words of people on its checks */
            attestations: components["schemas"]["Attestation"][];
            /**
             * Format: date-time
             * @description Set when the due date passed without a claim; gone with a new claim
             */
            overdueSince?: string;
            /**
             * Format: date-time
             * @description The due date that was told to have passed. Each is told once
             */
            overdueTold?: string;
            /**
             * Format: date-time
             * @description When somebody last asked where its claim stands
             */
            checkAskedAt?: string;
            /** @description How often its ticket was reopened */
            reopenCount: number;
            /** @description Times at which evidence reopened the ticket, the newest last */
            evidenceReopenedAt?: string[];
            /**
             * Format: date-time
             * @description Time of its newest claim, whatever became of it. Absent also in fixes that were claimed before it was kept
             */
            lastClaimAt?: string;
            /** @description How often people moved the ticket out of done. Absent: never */
            pushes?: number;
            /** @description People pushed the due date of the ticket in Jira. The due date of the fix does not change by it */
            pushedDueDate?: {
                /** @description How often they pushed it */
                pushes: number;
                /**
                 * @description What came of putting it back, which is done once
                 * @enum {string}
                 */
                putBack?: "owed" | "done" | "refused";
            };
            /**
             * Format: date-time
             * @description Time of the newest claim that was one of many that one person made at once
             */
            closedInBulkAt?: string;
            /** @description People who were seen as the assignee, or moved the ticket to done, the newest 100. They may not attest the fix */
            workedBy?: components["schemas"]["TicketPerson"][];
            /** @description What does the work already */
            existingWork?: components["schemas"]["ExistingWork"];
            /** @description How often its risk was accepted for a time. Absent: never */
            acceptanceCount?: number;
            /** @description The last acceptance of its risk that is over */
            lastAcceptance?: {
                /** @description Who accepted it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                until: string;
            };
            /**
             * @description Present when its record was TLP:AMBER+STRICT or TLP:RED at the approval: its ticket tells little
             * @constant
             */
            isRestricted?: true;
            /** @description Tickets that could not be moved out of done when they had to be, the newest last */
            formerTickets?: components["schemas"]["RemediationTicket"][];
            /** @description Failure for which its ticket is a follow-up of the newest former ticket */
            followsUp?: components["schemas"]["Failure"];
            /** @description Set while Holdfast has moved the ticket to done because its risk is accepted */
            putAway?: {
                /**
                 * Format: date-time
                 * @description When the ticket went to done, by the clock of its system
                 */
                at: string;
            };
            /** @description The newest of what its ticket does not take */
            notTold?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket is not linked to its incident, because Jira does not let us: why, and since when */
            notLinked?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket, as it was last seen */
            ticket: components["schemas"]["RemediationTicket"];
            /** @description Steps of the plan that are through */
            step: number;
            /**
             * Format: date-time
             * @description The verdict may change by itself at this time. Absent: only something that arrives changes it
             */
            nextCheckAt?: string;
            /** @description A source says fail, and that is not settled */
            doubt?: components["schemas"]["Doubt"];
            /** @description Evidence that was expected is missing */
            silence?: {
                /**
                 * @description `late`, and after a while `unproven`, which counts as overdue
                 * @enum {string}
                 */
                rung: "late" | "unproven";
                /**
                 * Format: date-time
                 * @description When it was expected
                 */
                expectedAt: string;
            };
            /** @description Evidence that was expected is missing, and may have been lost: the intake of Holdfast was down */
            excused?: {
                /**
                 * Format: date-time
                 * @description When it was expected
                 */
                expectedAt: string;
            };
            /**
             * Format: date-time
             * @description The fix came back again and again: its claim counts when nothing has failed until this time
             */
            heldUntil?: string;
            /**
             * Format: date-time
             * @description End of a fail that was long over when it was told. The steps are counted from here
             */
            setBackTo?: string;
            /** @description The ticket went to done, or its pull request was merged: a claim, not yet a fix */
            claim: components["schemas"]["Claim"];
            /**
             * Format: date-time
             * @description When the claim was judged last
             */
            lastCheckAt?: string;
            /**
             * Format: date-time
             * @description When the claim was first proven
             */
            provenAt?: string;
            /** @description The newest questions of this claim to its sources, so that each is asked once */
            asked?: components["schemas"]["Asking"][];
            /** @description Only in fixes that were called verified before there were verdicts: the first verdict on it */
            regraded?: {
                /**
                 * Format: date-time
                 * @description When it was judged first
                 */
                at: string;
                /**
                 * Format: date-time
                 * @description When verdicts began in this installation. What failed before waits for a person
                 */
                upgradedAt: string;
            };
        } | {
            /**
             * @description `requested`: its ticket is to be made; `ambiguous`: it may have been made; `open`: in work; `claimed`: done, says its ticket; `verifying`: on the steps of its plan; `verified`: shown to hold; `ineffective`: failed before it was verified; `regressed`: failed after; `accepted`: its risk is accepted for a time; `cancelled`: given up
             * @constant
             */
            state: "verified";
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /** @description What to do, in one line: the title of its recommendation */
            title: string;
            /** @description Team that is to do it */
            ownerTeam: string;
            /**
             * @description Priority of its ticket, in the words of severities
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description Impact of its recommendation when it was approved. Absent in older fixes */
            impact?: number;
            /** @description Feasibility of its recommendation when it was approved. Absent in older fixes */
            feasibility?: number;
            /** @description Where its ticket is made */
            route: {
                /** @description Key of the Jira project */
                project: string;
                /** @description Issue type of the ticket, by name or id */
                issueType: string;
                /** @description Component of the ticket */
                component?: string;
            };
            /** @description Name of the route in the configuration. Absent in fixes from before routes had names */
            routeName?: string;
            /** @description Name of the site of the route in `jira.sites`. Absent where it is the site of `jira` */
            routeSite?: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Its first due date, which never changes. Absent in older fixes
             */
            firstDueAt?: string;
            /**
             * Format: date-time
             * @description When it was approved, and its ticket wanted
             */
            requestedAt: string;
            /** @description Checks that have to pass */
            checks: components["schemas"]["Check"][];
            /** @description Why nothing but its ticket can show the fix */
            untestedBecause?: string;
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations */
            steps: string[];
            /** @description Words of people on its checks */
            attestations: components["schemas"]["Attestation"][];
            /**
             * Format: date-time
             * @description Set when the due date passed without a claim; gone with a new claim
             */
            overdueSince?: string;
            /**
             * Format: date-time
             * @description The due date that was told to have passed. Each is told once
             */
            overdueTold?: string;
            /**
             * Format: date-time
             * @description When somebody last asked where its claim stands
             */
            checkAskedAt?: string;
            /** @description How often its ticket was reopened */
            reopenCount: number;
            /** @description Times at which evidence reopened the ticket, the newest last */
            evidenceReopenedAt?: string[];
            /**
             * Format: date-time
             * @description Time of its newest claim, whatever became of it. Absent also in fixes that were claimed before it was kept
             */
            lastClaimAt?: string;
            /** @description How often people moved the ticket out of done. Absent: never */
            pushes?: number;
            /** @description People pushed the due date of the ticket in Jira. The due date of the fix does not change by it */
            pushedDueDate?: {
                /** @description How often they pushed it */
                pushes: number;
                /**
                 * @description What came of putting it back, which is done once
                 * @enum {string}
                 */
                putBack?: "owed" | "done" | "refused";
            };
            /**
             * Format: date-time
             * @description Time of the newest claim that was one of many that one person made at once
             */
            closedInBulkAt?: string;
            /** @description People who were seen as the assignee, or moved the ticket to done, the newest 100. They may not attest the fix */
            workedBy?: components["schemas"]["TicketPerson"][];
            /** @description What does the work already */
            existingWork?: components["schemas"]["ExistingWork"];
            /** @description How often its risk was accepted for a time. Absent: never */
            acceptanceCount?: number;
            /** @description The last acceptance of its risk that is over */
            lastAcceptance?: {
                /** @description Who accepted it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                until: string;
            };
            /**
             * @description Present when its record was TLP:AMBER+STRICT or TLP:RED at the approval: its ticket tells little
             * @constant
             */
            isRestricted?: true;
            /** @description Tickets that could not be moved out of done when they had to be, the newest last */
            formerTickets?: components["schemas"]["RemediationTicket"][];
            /** @description Failure for which its ticket is a follow-up of the newest former ticket */
            followsUp?: components["schemas"]["Failure"];
            /** @description Set while Holdfast has moved the ticket to done because its risk is accepted */
            putAway?: {
                /**
                 * Format: date-time
                 * @description When the ticket went to done, by the clock of its system
                 */
                at: string;
            };
            /** @description The newest of what its ticket does not take */
            notTold?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket is not linked to its incident, because Jira does not let us: why, and since when */
            notLinked?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket, as it was last seen */
            ticket: components["schemas"]["RemediationTicket"];
            /** @description Steps of the plan that are through */
            step?: number;
            /**
             * Format: date-time
             * @description The verdict may change by itself at this time. Absent: only something that arrives changes it
             */
            nextCheckAt?: string;
            /** @description A source says fail, and that is not settled */
            doubt?: components["schemas"]["Doubt"];
            /** @description Evidence that was expected is missing */
            silence?: {
                /**
                 * @description `late`, and after a while `unproven`, which counts as overdue
                 * @enum {string}
                 */
                rung: "late" | "unproven";
                /**
                 * Format: date-time
                 * @description When it was expected
                 */
                expectedAt: string;
            };
            /** @description Evidence that was expected is missing, and may have been lost: the intake of Holdfast was down */
            excused?: {
                /**
                 * Format: date-time
                 * @description When it was expected
                 */
                expectedAt: string;
            };
            /**
             * Format: date-time
             * @description The fix came back again and again: its claim counts when nothing has failed until this time
             */
            heldUntil?: string;
            /**
             * Format: date-time
             * @description End of a fail that was long over when it was told. The steps are counted from here
             */
            setBackTo?: string;
            /** @description The ticket went to done, or its pull request was merged: a claim, not yet a fix */
            claim: components["schemas"]["Claim"];
            /**
             * Format: date-time
             * @description When the claim was judged last
             */
            lastCheckAt?: string;
            /**
             * Format: date-time
             * @description When the claim was first proven
             */
            provenAt?: string;
            /** @description The newest questions of this claim to its sources, so that each is asked once */
            asked?: components["schemas"]["Asking"][];
            /** @description Only in fixes that were called verified before there were verdicts: the first verdict on it */
            regraded?: {
                /**
                 * Format: date-time
                 * @description When it was judged first
                 */
                at: string;
                /**
                 * Format: date-time
                 * @description When verdicts began in this installation. What failed before waits for a person
                 */
                upgradedAt: string;
            };
            /**
             * Format: date-time
             * @description When it was verified
             */
            verifiedAt: string;
            /**
             * @description How good the proof is. `proven`: a source says that it works; `attested`: a second person does; `done, not tested`: nothing but the ticket says so, or a check that never failed
             * @enum {string}
             */
            grade?: "proven" | "attested" | "done, not tested";
        } | {
            /**
             * @description `requested`: its ticket is to be made; `ambiguous`: it may have been made; `open`: in work; `claimed`: done, says its ticket; `verifying`: on the steps of its plan; `verified`: shown to hold; `ineffective`: failed before it was verified; `regressed`: failed after; `accepted`: its risk is accepted for a time; `cancelled`: given up
             * @constant
             */
            state: "ineffective";
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /** @description What to do, in one line: the title of its recommendation */
            title: string;
            /** @description Team that is to do it */
            ownerTeam: string;
            /**
             * @description Priority of its ticket, in the words of severities
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description Impact of its recommendation when it was approved. Absent in older fixes */
            impact?: number;
            /** @description Feasibility of its recommendation when it was approved. Absent in older fixes */
            feasibility?: number;
            /** @description Where its ticket is made */
            route: {
                /** @description Key of the Jira project */
                project: string;
                /** @description Issue type of the ticket, by name or id */
                issueType: string;
                /** @description Component of the ticket */
                component?: string;
            };
            /** @description Name of the route in the configuration. Absent in fixes from before routes had names */
            routeName?: string;
            /** @description Name of the site of the route in `jira.sites`. Absent where it is the site of `jira` */
            routeSite?: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Its first due date, which never changes. Absent in older fixes
             */
            firstDueAt?: string;
            /**
             * Format: date-time
             * @description When it was approved, and its ticket wanted
             */
            requestedAt: string;
            /** @description Checks that have to pass */
            checks: components["schemas"]["Check"][];
            /** @description Why nothing but its ticket can show the fix */
            untestedBecause?: string;
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations */
            steps: string[];
            /** @description Words of people on its checks */
            attestations: components["schemas"]["Attestation"][];
            /**
             * Format: date-time
             * @description Set when the due date passed without a claim; gone with a new claim
             */
            overdueSince?: string;
            /**
             * Format: date-time
             * @description The due date that was told to have passed. Each is told once
             */
            overdueTold?: string;
            /**
             * Format: date-time
             * @description When somebody last asked where its claim stands
             */
            checkAskedAt?: string;
            /** @description How often its ticket was reopened */
            reopenCount: number;
            /** @description Times at which evidence reopened the ticket, the newest last */
            evidenceReopenedAt?: string[];
            /**
             * Format: date-time
             * @description Time of its newest claim, whatever became of it. Absent also in fixes that were claimed before it was kept
             */
            lastClaimAt?: string;
            /** @description How often people moved the ticket out of done. Absent: never */
            pushes?: number;
            /** @description People pushed the due date of the ticket in Jira. The due date of the fix does not change by it */
            pushedDueDate?: {
                /** @description How often they pushed it */
                pushes: number;
                /**
                 * @description What came of putting it back, which is done once
                 * @enum {string}
                 */
                putBack?: "owed" | "done" | "refused";
            };
            /**
             * Format: date-time
             * @description Time of the newest claim that was one of many that one person made at once
             */
            closedInBulkAt?: string;
            /** @description People who were seen as the assignee, or moved the ticket to done, the newest 100. They may not attest the fix */
            workedBy?: components["schemas"]["TicketPerson"][];
            /** @description What does the work already */
            existingWork?: components["schemas"]["ExistingWork"];
            /** @description How often its risk was accepted for a time. Absent: never */
            acceptanceCount?: number;
            /** @description The last acceptance of its risk that is over */
            lastAcceptance?: {
                /** @description Who accepted it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                until: string;
            };
            /**
             * @description Present when its record was TLP:AMBER+STRICT or TLP:RED at the approval: its ticket tells little
             * @constant
             */
            isRestricted?: true;
            /** @description Tickets that could not be moved out of done when they had to be, the newest last */
            formerTickets?: components["schemas"]["RemediationTicket"][];
            /** @description Failure for which its ticket is a follow-up of the newest former ticket */
            followsUp?: components["schemas"]["Failure"];
            /** @description Set while Holdfast has moved the ticket to done because its risk is accepted */
            putAway?: {
                /**
                 * Format: date-time
                 * @description When the ticket went to done, by the clock of its system
                 */
                at: string;
            };
            /** @description The newest of what its ticket does not take */
            notTold?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket is not linked to its incident, because Jira does not let us: why, and since when */
            notLinked?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket, as it was last seen */
            ticket: components["schemas"]["RemediationTicket"];
            /** @description Why it did not hold */
            failure: components["schemas"]["Failure"];
            /**
             * Format: date-time
             * @description Time of the claim that failed: when the ticket went to done, by the clock of its system, or when it failed, where it was not done
             */
            claimAt?: string;
            /** @description The claim, which is not judged while the fix failed or its risk is accepted */
            kept?: components["schemas"]["KeptClaim"];
            /**
             * Format: date-time
             * @description Until then a worker is at it, and others stay away
             */
            leaseExpiresAt?: string;
            /** @description What Jira said when it refused last */
            refusedBecause?: string;
            /** @description How often Jira refused to reopen the ticket */
            refusals?: number;
        } | {
            /**
             * @description `requested`: its ticket is to be made; `ambiguous`: it may have been made; `open`: in work; `claimed`: done, says its ticket; `verifying`: on the steps of its plan; `verified`: shown to hold; `ineffective`: failed before it was verified; `regressed`: failed after; `accepted`: its risk is accepted for a time; `cancelled`: given up
             * @constant
             */
            state: "regressed";
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /** @description What to do, in one line: the title of its recommendation */
            title: string;
            /** @description Team that is to do it */
            ownerTeam: string;
            /**
             * @description Priority of its ticket, in the words of severities
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description Impact of its recommendation when it was approved. Absent in older fixes */
            impact?: number;
            /** @description Feasibility of its recommendation when it was approved. Absent in older fixes */
            feasibility?: number;
            /** @description Where its ticket is made */
            route: {
                /** @description Key of the Jira project */
                project: string;
                /** @description Issue type of the ticket, by name or id */
                issueType: string;
                /** @description Component of the ticket */
                component?: string;
            };
            /** @description Name of the route in the configuration. Absent in fixes from before routes had names */
            routeName?: string;
            /** @description Name of the site of the route in `jira.sites`. Absent where it is the site of `jira` */
            routeSite?: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Its first due date, which never changes. Absent in older fixes
             */
            firstDueAt?: string;
            /**
             * Format: date-time
             * @description When it was approved, and its ticket wanted
             */
            requestedAt: string;
            /** @description Checks that have to pass */
            checks: components["schemas"]["Check"][];
            /** @description Why nothing but its ticket can show the fix */
            untestedBecause?: string;
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations */
            steps: string[];
            /** @description Words of people on its checks */
            attestations: components["schemas"]["Attestation"][];
            /**
             * Format: date-time
             * @description Set when the due date passed without a claim; gone with a new claim
             */
            overdueSince?: string;
            /**
             * Format: date-time
             * @description The due date that was told to have passed. Each is told once
             */
            overdueTold?: string;
            /**
             * Format: date-time
             * @description When somebody last asked where its claim stands
             */
            checkAskedAt?: string;
            /** @description How often its ticket was reopened */
            reopenCount: number;
            /** @description Times at which evidence reopened the ticket, the newest last */
            evidenceReopenedAt?: string[];
            /**
             * Format: date-time
             * @description Time of its newest claim, whatever became of it. Absent also in fixes that were claimed before it was kept
             */
            lastClaimAt?: string;
            /** @description How often people moved the ticket out of done. Absent: never */
            pushes?: number;
            /** @description People pushed the due date of the ticket in Jira. The due date of the fix does not change by it */
            pushedDueDate?: {
                /** @description How often they pushed it */
                pushes: number;
                /**
                 * @description What came of putting it back, which is done once
                 * @enum {string}
                 */
                putBack?: "owed" | "done" | "refused";
            };
            /**
             * Format: date-time
             * @description Time of the newest claim that was one of many that one person made at once
             */
            closedInBulkAt?: string;
            /** @description People who were seen as the assignee, or moved the ticket to done, the newest 100. They may not attest the fix */
            workedBy?: components["schemas"]["TicketPerson"][];
            /** @description What does the work already */
            existingWork?: components["schemas"]["ExistingWork"];
            /** @description How often its risk was accepted for a time. Absent: never */
            acceptanceCount?: number;
            /** @description The last acceptance of its risk that is over */
            lastAcceptance?: {
                /** @description Who accepted it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                until: string;
            };
            /**
             * @description Present when its record was TLP:AMBER+STRICT or TLP:RED at the approval: its ticket tells little
             * @constant
             */
            isRestricted?: true;
            /** @description Tickets that could not be moved out of done when they had to be, the newest last */
            formerTickets?: components["schemas"]["RemediationTicket"][];
            /** @description Failure for which its ticket is a follow-up of the newest former ticket */
            followsUp?: components["schemas"]["Failure"];
            /** @description Set while Holdfast has moved the ticket to done because its risk is accepted */
            putAway?: {
                /**
                 * Format: date-time
                 * @description When the ticket went to done, by the clock of its system
                 */
                at: string;
            };
            /** @description The newest of what its ticket does not take */
            notTold?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket is not linked to its incident, because Jira does not let us: why, and since when */
            notLinked?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket, as it was last seen */
            ticket: components["schemas"]["RemediationTicket"];
            /** @description Why it did not hold */
            failure: components["schemas"]["Failure"];
            /**
             * Format: date-time
             * @description Time of the claim that failed: when the ticket went to done, by the clock of its system, or when it failed, where it was not done
             */
            claimAt?: string;
            /** @description The claim, which is not judged while the fix failed or its risk is accepted */
            kept?: components["schemas"]["KeptClaim"];
            /**
             * Format: date-time
             * @description Until then a worker is at it, and others stay away
             */
            leaseExpiresAt?: string;
            /** @description What Jira said when it refused last */
            refusedBecause?: string;
            /** @description How often Jira refused to reopen the ticket */
            refusals?: number;
        } | {
            /**
             * @description `requested`: its ticket is to be made; `ambiguous`: it may have been made; `open`: in work; `claimed`: done, says its ticket; `verifying`: on the steps of its plan; `verified`: shown to hold; `ineffective`: failed before it was verified; `regressed`: failed after; `accepted`: its risk is accepted for a time; `cancelled`: given up
             * @constant
             */
            state: "accepted";
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /** @description What to do, in one line: the title of its recommendation */
            title: string;
            /** @description Team that is to do it */
            ownerTeam: string;
            /**
             * @description Priority of its ticket, in the words of severities
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description Impact of its recommendation when it was approved. Absent in older fixes */
            impact?: number;
            /** @description Feasibility of its recommendation when it was approved. Absent in older fixes */
            feasibility?: number;
            /** @description Where its ticket is made */
            route: {
                /** @description Key of the Jira project */
                project: string;
                /** @description Issue type of the ticket, by name or id */
                issueType: string;
                /** @description Component of the ticket */
                component?: string;
            };
            /** @description Name of the route in the configuration. Absent in fixes from before routes had names */
            routeName?: string;
            /** @description Name of the site of the route in `jira.sites`. Absent where it is the site of `jira` */
            routeSite?: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Its first due date, which never changes. Absent in older fixes
             */
            firstDueAt?: string;
            /**
             * Format: date-time
             * @description When it was approved, and its ticket wanted
             */
            requestedAt: string;
            /** @description Checks that have to pass */
            checks: components["schemas"]["Check"][];
            /** @description Why nothing but its ticket can show the fix */
            untestedBecause?: string;
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations */
            steps: string[];
            /** @description Words of people on its checks */
            attestations: components["schemas"]["Attestation"][];
            /**
             * Format: date-time
             * @description Set when the due date passed without a claim; gone with a new claim
             */
            overdueSince?: string;
            /**
             * Format: date-time
             * @description The due date that was told to have passed. Each is told once
             */
            overdueTold?: string;
            /**
             * Format: date-time
             * @description When somebody last asked where its claim stands
             */
            checkAskedAt?: string;
            /** @description How often its ticket was reopened */
            reopenCount: number;
            /** @description Times at which evidence reopened the ticket, the newest last */
            evidenceReopenedAt?: string[];
            /**
             * Format: date-time
             * @description Time of its newest claim, whatever became of it. Absent also in fixes that were claimed before it was kept
             */
            lastClaimAt?: string;
            /** @description How often people moved the ticket out of done. Absent: never */
            pushes?: number;
            /** @description People pushed the due date of the ticket in Jira. The due date of the fix does not change by it */
            pushedDueDate?: {
                /** @description How often they pushed it */
                pushes: number;
                /**
                 * @description What came of putting it back, which is done once
                 * @enum {string}
                 */
                putBack?: "owed" | "done" | "refused";
            };
            /**
             * Format: date-time
             * @description Time of the newest claim that was one of many that one person made at once
             */
            closedInBulkAt?: string;
            /** @description People who were seen as the assignee, or moved the ticket to done, the newest 100. They may not attest the fix */
            workedBy?: components["schemas"]["TicketPerson"][];
            /** @description What does the work already */
            existingWork?: components["schemas"]["ExistingWork"];
            /** @description How often its risk was accepted for a time. Absent: never */
            acceptanceCount?: number;
            /** @description The last acceptance of its risk that is over */
            lastAcceptance?: {
                /** @description Who accepted it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                until: string;
            };
            /**
             * @description Present when its record was TLP:AMBER+STRICT or TLP:RED at the approval: its ticket tells little
             * @constant
             */
            isRestricted?: true;
            /** @description Tickets that could not be moved out of done when they had to be, the newest last */
            formerTickets?: components["schemas"]["RemediationTicket"][];
            /** @description Failure for which its ticket is a follow-up of the newest former ticket */
            followsUp?: components["schemas"]["Failure"];
            /** @description Set while Holdfast has moved the ticket to done because its risk is accepted */
            putAway?: {
                /**
                 * Format: date-time
                 * @description When the ticket went to done, by the clock of its system
                 */
                at: string;
            };
            /** @description The newest of what its ticket does not take */
            notTold?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket is not linked to its incident, because Jira does not let us: why, and since when */
            notLinked?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket, as it was last seen */
            ticket: components["schemas"]["RemediationTicket"];
            /** @description Acceptance of its risk for a time */
            acceptance: components["schemas"]["Acceptance"];
            /** @description The claim, which is not judged while the fix failed or its risk is accepted */
            kept?: components["schemas"]["KeptClaim"];
            /**
             * Format: date-time
             * @description Time of the claim before the ticket was reopened. A reading with this time is old, and no new claim
             */
            endedClaimAt?: string;
            /** @description The ticket was closed in a way that claims nothing, such as Won’t Do. A person decides */
            closedWithoutClaim?: {
                /**
                 * Format: date-time
                 * @description When it was closed
                 */
                at: string;
                /** @description Who closed it */
                by?: components["schemas"]["TicketPerson"];
                /** @description How it ended, in words */
                outcome: string;
            };
        } | {
            /**
             * @description `requested`: its ticket is to be made; `ambiguous`: it may have been made; `open`: in work; `claimed`: done, says its ticket; `verifying`: on the steps of its plan; `verified`: shown to hold; `ineffective`: failed before it was verified; `regressed`: failed after; `accepted`: its risk is accepted for a time; `cancelled`: given up
             * @constant
             */
            state: "cancelled";
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /** @description What to do, in one line: the title of its recommendation */
            title: string;
            /** @description Team that is to do it */
            ownerTeam: string;
            /**
             * @description Priority of its ticket, in the words of severities
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            /** @description Impact of its recommendation when it was approved. Absent in older fixes */
            impact?: number;
            /** @description Feasibility of its recommendation when it was approved. Absent in older fixes */
            feasibility?: number;
            /** @description Where its ticket is made */
            route: {
                /** @description Key of the Jira project */
                project: string;
                /** @description Issue type of the ticket, by name or id */
                issueType: string;
                /** @description Component of the ticket */
                component?: string;
            };
            /** @description Name of the route in the configuration. Absent in fixes from before routes had names */
            routeName?: string;
            /** @description Name of the site of the route in `jira.sites`. Absent where it is the site of `jira` */
            routeSite?: string;
            /**
             * Format: date-time
             * @description When it is due
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description Its first due date, which never changes. Absent in older fixes
             */
            firstDueAt?: string;
            /**
             * Format: date-time
             * @description When it was approved, and its ticket wanted
             */
            requestedAt: string;
            /** @description Checks that have to pass */
            checks: components["schemas"]["Check"][];
            /** @description Why nothing but its ticket can show the fix */
            untestedBecause?: string;
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations */
            steps: string[];
            /** @description Words of people on its checks */
            attestations: components["schemas"]["Attestation"][];
            /**
             * Format: date-time
             * @description Set when the due date passed without a claim; gone with a new claim
             */
            overdueSince?: string;
            /**
             * Format: date-time
             * @description The due date that was told to have passed. Each is told once
             */
            overdueTold?: string;
            /**
             * Format: date-time
             * @description When somebody last asked where its claim stands
             */
            checkAskedAt?: string;
            /** @description How often its ticket was reopened */
            reopenCount: number;
            /** @description Times at which evidence reopened the ticket, the newest last */
            evidenceReopenedAt?: string[];
            /**
             * Format: date-time
             * @description Time of its newest claim, whatever became of it. Absent also in fixes that were claimed before it was kept
             */
            lastClaimAt?: string;
            /** @description How often people moved the ticket out of done. Absent: never */
            pushes?: number;
            /** @description People pushed the due date of the ticket in Jira. The due date of the fix does not change by it */
            pushedDueDate?: {
                /** @description How often they pushed it */
                pushes: number;
                /**
                 * @description What came of putting it back, which is done once
                 * @enum {string}
                 */
                putBack?: "owed" | "done" | "refused";
            };
            /**
             * Format: date-time
             * @description Time of the newest claim that was one of many that one person made at once
             */
            closedInBulkAt?: string;
            /** @description People who were seen as the assignee, or moved the ticket to done, the newest 100. They may not attest the fix */
            workedBy?: components["schemas"]["TicketPerson"][];
            /** @description What does the work already */
            existingWork?: components["schemas"]["ExistingWork"];
            /** @description How often its risk was accepted for a time. Absent: never */
            acceptanceCount?: number;
            /** @description The last acceptance of its risk that is over */
            lastAcceptance?: {
                /** @description Who accepted it */
                by: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description When it ended
                 */
                until: string;
            };
            /**
             * @description Present when its record was TLP:AMBER+STRICT or TLP:RED at the approval: its ticket tells little
             * @constant
             */
            isRestricted?: true;
            /** @description Tickets that could not be moved out of done when they had to be, the newest last */
            formerTickets?: components["schemas"]["RemediationTicket"][];
            /** @description Failure for which its ticket is a follow-up of the newest former ticket */
            followsUp?: components["schemas"]["Failure"];
            /** @description Set while Holdfast has moved the ticket to done because its risk is accepted */
            putAway?: {
                /**
                 * Format: date-time
                 * @description When the ticket went to done, by the clock of its system
                 */
                at: string;
            };
            /** @description The newest of what its ticket does not take */
            notTold?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket is not linked to its incident, because Jira does not let us: why, and since when */
            notLinked?: components["schemas"]["TicketNotTold"];
            /** @description Its ticket, as it was last seen */
            ticket?: components["schemas"]["RemediationTicket"];
            /** @description Why it was given up */
            reason: string;
            /** @description Who gave it up */
            by: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description When it was given up
             */
            at: string;
        };
        /** @description The ticket in which a team works on a fix, as it was last seen */
        RemediationTicket: {
            /** @description Site of the ticket, as in the configuration */
            site: string;
            /** @description Id of the issue, which never changes */
            issueId: string;
            /** @description Key of the issue, which changes when the issue moves */
            key: string;
            /** @description Who has it */
            assignee?: components["schemas"]["TicketPerson"];
            /** @description Summary of the issue */
            title?: string;
            /** @description Due date: what Holdfast wrote, or what was seen since. null: it has none. Absent also where no screen shows it */
            dueOn?: string | null;
            /** @description Priority of the issue */
            priority?: {
                /** @description Id of the priority, which stays */
                id?: string;
                /** @description Name of the priority at its site, which may be translated */
                name?: string;
            };
            /**
             * Format: date-time
             * @description Last change that was seen, by the clock of the ticketing system
             */
            updatedAt?: string;
            /**
             * Format: date-time
             * @description When Holdfast wrote the due date last
             */
            ownDueOnAt?: string;
            /**
             * Format: date-time
             * @description Since when it is not shown: deleted, or hidden from the account of Holdfast
             */
            missingSince?: string;
        };
        /** @description Section: how the response went */
        ResponseSection: {
            /** @description Procedures that were there for it, up to 100 */
            procedures: {
                /** @description Name of the procedure */
                name: string;
                /**
                 * @description Whether people followed it
                 * @enum {string}
                 */
                wasFollowed: "yes" | "partly" | "no";
                /**
                 * @description Whether it was good enough
                 * @enum {string}
                 */
                wasAdequate: "yes" | "partly" | "no";
                /** @description Policy or plan in which it stands */
                policy?: string;
                /** @description What to say of it */
                note?: string;
                /** @description For a procedure that was not followed, or not adequate, and that no recommendation mends: why not */
                noRecommendationBecause?: string;
            }[];
            /** @description What was done first, and by which role */
            firstAction?: string;
            /** @description Which tools helped, failed or were missing */
            tools?: string;
            /** @description Whether the right people were there, and could do it */
            peopleAndSkills?: string;
            /** @description How it was passed on, and whether in time */
            escalation?: string;
            /** @description How people told each other, and those outside */
            communication?: string;
            /** @description What people should have known sooner */
            neededSooner?: string;
            /** @description What was done that held the recovery back */
            heldRecoveryBack?: string;
            /** @description Of a near miss or an exercise in which nothing went badly: why not */
            nothingWentBadlyBecause?: string;
            /** @description How the spread was stopped */
            containment?: {
                /** @description What was done to contain it */
                description: string;
                /**
                 * Format: date-time
                 * @description When it was contained
                 */
                at?: string;
                /**
                 * @description How exactly the time is known. Without it: as it is written
                 * @enum {string}
                 */
                precision?: "minute" | "hour" | "day" | "month" | "year";
            };
            /** @description How the cause was removed */
            eradication?: {
                /** @description What was done to remove the cause */
                description: string;
                /**
                 * Format: date-time
                 * @description When the cause was removed
                 */
                at?: string;
                /**
                 * @description How exactly the time is known. Without it: as it is written
                 * @enum {string}
                 */
                precision?: "minute" | "hour" | "day" | "month" | "year";
            };
            /** @description How normal work came back */
            recovery?: {
                /** @description What was done to recover */
                description: string;
                /**
                 * Format: date-time
                 * @description When normal work was back
                 */
                at?: string;
                /**
                 * @description How exactly the time is known. Without it: as it is written
                 * @enum {string}
                 */
                precision?: "minute" | "hour" | "day" | "month" | "year";
            };
        };
        /** @description Section: how the response went */
        ResponseSectionDraft: {
            /**
             * @description Procedures that were there for it, up to 100
             * @default []
             */
            procedures: {
                /** @description Name of the procedure */
                name: components["schemas"]["LineDraft"];
                /**
                 * @description Whether people followed it
                 * @enum {string}
                 */
                wasFollowed: "yes" | "partly" | "no";
                /**
                 * @description Whether it was good enough
                 * @enum {string}
                 */
                wasAdequate: "yes" | "partly" | "no";
                /** @description Policy or plan in which it stands */
                policy?: components["schemas"]["LineDraft"];
                /** @description What to say of it */
                note?: components["schemas"]["LineDraft"];
                /** @description For a procedure that was not followed, or not adequate, and that no recommendation mends: why not */
                noRecommendationBecause?: components["schemas"]["ReasonDraft"];
            }[];
            /** @description What was done first, and by which role */
            firstAction?: components["schemas"]["TextDraft"];
            /** @description Which tools helped, failed or were missing */
            tools?: components["schemas"]["TextDraft"];
            /** @description Whether the right people were there, and could do it */
            peopleAndSkills?: components["schemas"]["TextDraft"];
            /** @description How it was passed on, and whether in time */
            escalation?: components["schemas"]["TextDraft"];
            /** @description How people told each other, and those outside */
            communication?: components["schemas"]["TextDraft"];
            /** @description What people should have known sooner */
            neededSooner?: components["schemas"]["TextDraft"];
            /** @description What was done that held the recovery back */
            heldRecoveryBack?: components["schemas"]["TextDraft"];
            /** @description Of a near miss or an exercise in which nothing went badly: why not */
            nothingWentBadlyBecause?: components["schemas"]["ReasonDraft"];
            /** @description How the spread was stopped */
            containment?: {
                /** @description What was done to contain it */
                description: components["schemas"]["TextDraft"];
                /**
                 * Format: date-time
                 * @description When it was contained
                 */
                at?: string;
                /**
                 * @description How exactly the time is known. Without it: as it is written
                 * @enum {string}
                 */
                precision?: "minute" | "hour" | "day" | "month" | "year";
            };
            /** @description How the cause was removed */
            eradication?: {
                /** @description What was done to remove the cause */
                description: components["schemas"]["TextDraft"];
                /**
                 * Format: date-time
                 * @description When the cause was removed
                 */
                at?: string;
                /**
                 * @description How exactly the time is known. Without it: as it is written
                 * @enum {string}
                 */
                precision?: "minute" | "hour" | "day" | "month" | "year";
            };
            /** @description How normal work came back */
            recovery?: {
                /** @description What was done to recover */
                description: components["schemas"]["TextDraft"];
                /**
                 * Format: date-time
                 * @description When normal work was back
                 */
                at?: string;
                /**
                 * @description How exactly the time is known. Without it: as it is written
                 * @enum {string}
                 */
                precision?: "minute" | "hour" | "day" | "month" | "year";
            };
        };
        /** @description A fix of a record that is TLP:AMBER+STRICT or TLP:RED, as a line of a list: no words */
        RestrictedFixLine: {
            /** @description Id of the fix, which is that of its recommendation */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /**
             * @description State of the fix
             * @enum {string}
             */
            state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
            /**
             * @description Mark of its record
             * @enum {string}
             */
            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
            /**
             * Format: date-time
             * @description When evidence last showed that it does not hold, or its ticket was reopened for that, until somebody says again that it is done, whatever becomes of that; missing in lines from before it was kept
             */
            cameBackAt?: string;
        };
        /** @description A lesson of a record that is TLP:AMBER+STRICT or TLP:RED, as a line of a list: no words */
        RestrictedLessonLine: {
            /** @description Id of the lesson, a ULID */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /**
             * @description `claimed` once somebody put it in place, `in place` once a second person confirmed that
             * @enum {string}
             */
            status: "open" | "claimed" | "in place";
            /**
             * @description Mark of its record
             * @enum {string}
             */
            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
        };
        /** @description A temporary measure of a record that is TLP:AMBER+STRICT or TLP:RED, as a line of a list: no words */
        RestrictedMeasureLine: {
            /** @description Id of the measure, a ULID */
            id: string;
            /** @description Id of the record */
            postMortemId: string;
            /**
             * @description Mark of its record
             * @enum {string}
             */
            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
        };
        /** @description A record that is TLP:AMBER+STRICT or TLP:RED, as a line of a list: no words */
        RestrictedRecordLine: {
            /** @description Id of the record, a ULID */
            id: string;
            /**
             * @description `open`: being written; `in review`: submitted; `approved`: its fixes are under way; `closed`: all fixes are settled; `waived` and `merged`: ended without a review of its own
             * @enum {string}
             */
            status: "open" | "in review" | "approved" | "closed" | "waived" | "merged";
            /**
             * @description TLP 2.0 mark: who may learn of it, from everybody (CLEAR) to those who are named (RED)
             * @enum {string}
             */
            tlp: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
        };
        /** @description A root cause: technical, procedural or human */
        RootCause: {
            /**
             * @description Kind of cause. A review that stops at the technical cause has stopped too soon
             * @enum {string}
             */
            kind: "technical" | "procedural" | "human";
            /** @description The cause, in words, 10 to 4,000 characters */
            statement: string;
            /** @description Answers to why, and why that, up to 10, until one is something that can be changed */
            whys: string[];
            /** @description Ids of other causes of this record without which this one would have done no harm, up to 20 */
            worksWith?: string[];
            /** @description Id, a ULID: 26 characters that sort by time */
            id: string;
        };
        /** @description A root cause: technical, procedural or human */
        RootCauseDraft: {
            /**
             * @description Kind of cause. A review that stops at the technical cause has stopped too soon
             * @enum {string}
             */
            kind: "technical" | "procedural" | "human";
            /** @description The cause, in words, 10 to 4,000 characters */
            statement: string;
            /**
             * @description Answers to why, and why that, up to 10, until one is something that can be changed
             * @default []
             */
            whys: components["schemas"]["LineDraft"][];
            /** @description Ids of other causes of this record without which this one would have done no harm, up to 20 */
            worksWith?: string[];
            /** @description As it was read; not taken over */
            readonly id?: unknown;
        };
        /** @description Section: what was shared with others */
        SharingSection: {
            /** @description What was shared beyond the notifications: with an ISAC, with partners, with the public */
            text?: string;
            /** @description Why nobody had to be notified, 20 to 4,000 characters */
            noNotificationBecause?: string;
        };
        /** @description Section: what was shared with others */
        SharingSectionDraft: {
            /** @description What was shared beyond the notifications: with an ISAC, with partners, with the public */
            text?: components["schemas"]["TextDraft"];
            /** @description Why nobody had to be notified, 20 to 4,000 characters */
            noNotificationBecause?: string;
        };
        /** @description Section: facts of an imported record for which there is no other field */
        SourceSection: {
            /** @description Name of the vocabulary that the facts are in, such as VERIS */
            vocabulary: string;
            /** @description Version of the vocabulary */
            version?: string;
            /** @description The facts, letter by letter, up to 500 */
            facts: {
                /** @description Name of the fact in its vocabulary */
                name: string;
                /** @description The fact, as the file has it */
                value: string;
            }[];
        };
        /** @description Section: facts of an imported record for which there is no other field */
        SourceSectionDraft: {
            /** @description Name of the vocabulary that the facts are in, such as VERIS */
            vocabulary: components["schemas"]["LineDraft"];
            /** @description Version of the vocabulary */
            version?: components["schemas"]["LineDraft"];
            /** @description The facts, letter by letter, up to 500 */
            facts: {
                /** @description Name of the fact in its vocabulary */
                name: string;
                /** @description The fact, as the file has it */
                value: string;
            }[];
        };
        /** @description Section: the incident in short */
        SummarySection: {
            /** @description What happened, what it did and what comes of it, for somebody who reads nothing else */
            text: string;
        };
        /** @description Section: the incident in short */
        SummarySectionDraft: {
            /** @description What happened, what it did and what comes of it, for somebody who reads nothing else */
            text: components["schemas"]["TextDraft"];
        };
        /** @description What was done to contain the incident for a while: it has an owner and an end, and is removed with proof */
        TemporaryMeasure: {
            /**
             * @description Sort of measure
             * @enum {string}
             */
            kind: "block" | "isolation" | "exception" | "disabled account" | "added access" | "other";
            /** @description What is blocked, isolated, let through or switched off, and where */
            what: string;
            /** @description Team that undoes it */
            ownerTeam: string;
            /**
             * Format: date-time
             * @description Since when it is in force
             */
            since: string;
            /**
             * Format: date-time
             * @description By when it is to be undone; when it is written, after `since` and no further away than `remediation.longestDueWithin.low`
             */
            until: string;
            /**
             * Format: uri
             * @description Ticket or change by which it was made
             */
            url?: string;
            /** @description Id, a ULID: 26 characters that sort by time */
            id: string;
            /**
             * @description Whether it is in force, as far as anybody said
             * @enum {string}
             */
            status: "in force" | "removed";
            /** @description Who said that it is undone, when, and what shows it */
            removal?: {
                /** @description What shows that it is undone */
                proof: {
                    /** @description What shows it, 10 to 4,000 characters: a test, a rule that is gone, a change */
                    note: string;
                    /**
                     * Format: uri
                     * @description The change by which it was undone
                     */
                    url?: string;
                    /**
                     * Format: date-time
                     * @description When it was undone, where somebody said so later
                     */
                    undoneAt?: string;
                    /** @description The measure of another record as which it goes on; it is not undone then */
                    goesOn?: {
                        /** @description Record in which it goes on */
                        postMortemId: string;
                        /** @description Temporary measure of that record */
                        measureId: string;
                    };
                };
                /** @description Who said so */
                by: components["schemas"]["Author"];
                /**
                 * Format: date-time
                 * @description When they said so
                 */
                at: string;
            };
            /** @description How often it was needed for longer, the newest last */
            extensions?: {
                /**
                 * Format: date-time
                 * @description Its end before
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description Its end since
                 */
                until: string;
                /** @description Why it was needed for longer */
                because: string;
                /** @description Who extended it */
                by: components["schemas"]["Author"];
                /**
                 * Format: date-time
                 * @description When they did
                 */
                at: string;
            }[];
            /**
             * Format: date-time
             * @description The end that was announced as passed
             */
            announcedDueAt?: string;
        };
        /** @description What was done to contain the incident for a while: it has an owner and an end, and is removed with proof */
        TemporaryMeasureDraft: {
            /**
             * @description Sort of measure
             * @enum {string}
             */
            kind: "block" | "isolation" | "exception" | "disabled account" | "added access" | "other";
            /** @description What is blocked, isolated, let through or switched off, and where */
            what: components["schemas"]["LineDraft"];
            /** @description Team that undoes it */
            ownerTeam: string;
            /**
             * Format: date-time
             * @description Since when it is in force
             */
            since: string;
            /**
             * Format: date-time
             * @description By when it is to be undone; when it is written, after `since` and no further away than `remediation.longestDueWithin.low`
             */
            until: string;
            /**
             * Format: uri
             * @description Ticket or change by which it was made
             */
            url?: string;
            /** @description As it was read; not taken over */
            readonly id?: unknown;
            /** @description As it was read; not taken over */
            readonly status?: unknown;
            /** @description As it was read; not taken over */
            readonly removal?: unknown;
            /** @description As it was read; not taken over */
            readonly extensions?: unknown;
            /** @description As it was read; not taken over */
            readonly announcedDueAt?: unknown;
        };
        /** @description Text of up to 40,000 characters that has something to read */
        TextDraft: string;
        /** @description What a ticket did not take, such as a comment where the account of Holdfast may write none */
        TicketNotTold: {
            /**
             * @description Kind of what was to be said or done there
             * @enum {string}
             */
            about: "failure" | "follow-up" | "link to the incident" | "link to the follow-up" | "instruction" | "closing" | "standing" | "decision" | "move";
            /** @description Why not, in the words of the ticketing system */
            because: string;
            /**
             * Format: date-time
             * @description When it was tried
             */
            at: string;
            /**
             * @description Present when the ticket was not shown: it is told when it is shown again
             * @constant
             */
            isMissing?: true;
        };
        /** @description A person as the ticketing system names them */
        TicketPerson: {
            /** @description Id of the account there */
            accountId: string;
            /** @description Name shown there */
            name: string;
            /** @description E-mail address, which is often hidden there */
            email?: string;
        };
        /** @description What happened at a time, with its address and its version */
        TimelineEntry: {
            /** @description Id of the entry, a ULID */
            id: string;
            /**
             * Format: date-time
             * @description When it happened. It is part of the address of the entry
             */
            at: string;
            /**
             * @description How exactly the time is known. Without it: as it is written
             * @enum {string}
             */
            precision?: "minute" | "hour" | "day" | "month" | "year";
            /** @description What happened, 1 to 4,000 characters; says a role, never a name */
            what: string;
            /**
             * @description Kind of entry
             * @enum {string}
             */
            kind: "attacker" | "detection" | "decision" | "action" | "communication";
            /**
             * @description What was reached then: `began`, `detected`, `contained`, `eradicated` or `recovered`. The times of the incident are counted by it, not by the life of its ticket
             * @enum {string}
             */
            milestone?: "began" | "detected" | "contained" | "eradicated" | "recovered";
            /** @description Role of whoever did it */
            role?: string;
            /** @description What shows it: a log, a chat, a camera. Up to 500 characters */
            evidencedBy?: string;
            /** @description Entry of the ticket that this one sets right; that one stays as it came */
            corrects?: {
                /**
                 * Format: date-time
                 * @description Its time, which its address has
                 */
                at: string;
                /** @description Its id */
                id: string;
            };
            /**
             * @description `ticket`: read from the ticket of the incident; `person`: somebody wrote it
             * @enum {string}
             */
            origin: "ticket" | "person";
            /**
             * @description Present when the ticket shows it to some of its readers only
             * @constant
             */
            isRestricted?: true;
            /** @description Path of it below the address of the API */
            self: string;
            /** @description Its version, for If-Match */
            etag: string;
        };
        /** @description How a fix will be shown to work */
        VerificationPlan: {
            /** @description Checks that have to pass, 1 to 10 */
            checks: ({
                /**
                 * @description `signal`: sources of evidence decide; `attestation`: a person gives their word; `ticket state`: the ticket is done
                 * @constant
                 */
                kind: "signal";
                /** @description What the signals are about */
                subject: {
                    /**
                     * @description Kind of subject
                     * @enum {string}
                     */
                    type: "control" | "technique" | "detection" | "remediation";
                    /** @description Id of the subject at its senders, such as T1566.002, without spaces */
                    id: string & (unknown & unknown);
                };
                /** @description Sources that decide, 1 to 10. Without them, every source does */
                sources?: string[];
                /** @description How many of the sources have to pass: all, any one, or a number */
                need?: ("all" | "any") | number;
                /** @description Resources that each have to pass, such as ARNs or hosts, 1 to 50. Without them, all about which a source has spoken */
                resources?: string[];
                /**
                 * @description Present: the check proves the fix only when it was seen failing before
                 * @constant
                 */
                seenFailingBefore?: true;
            } | {
                /**
                 * @description `signal`: sources of evidence decide; `attestation`: a person gives their word; `ticket state`: the ticket is done
                 * @constant
                 */
                kind: "attestation";
                /** @description What the person attests, 10 to 500 characters */
                statement: string;
            } | {
                /**
                 * @description `signal`: sources of evidence decide; `attestation`: a person gives their word; `ticket state`: the ticket is done
                 * @constant
                 */
                kind: "ticket state";
            })[];
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations such as P7D, 1 to 10. Without them, those of the policy */
            steps?: string[];
            /** @description Why nothing but its ticket can show the fix. Such a fix is done, and never proven */
            untestedBecause?: string;
        };
        /** @description How a fix will be shown to work */
        VerificationPlanDraft: {
            /** @description Checks that have to pass, 1 to 10 */
            checks: ({
                /**
                 * @description `signal`: sources of evidence decide; `attestation`: a person gives their word; `ticket state`: the ticket is done
                 * @constant
                 */
                kind: "signal";
                /** @description What the signals are about */
                subject: {
                    /**
                     * @description Kind of subject
                     * @enum {string}
                     */
                    type: "control" | "technique" | "detection" | "remediation";
                    /** @description Id of the subject at its senders, such as T1566.002, without spaces */
                    id: string & (unknown & unknown);
                };
                /** @description Sources that decide, 1 to 10. Without them, every source does */
                sources?: string[];
                /** @description How many of the sources have to pass: all, any one, or a number */
                need?: ("all" | "any") | number;
                /** @description Resources that each have to pass, such as ARNs or hosts, 1 to 50. Without them, all about which a source has spoken */
                resources?: string[];
                /**
                 * @description Present: the check proves the fix only when it was seen failing before
                 * @constant
                 */
                seenFailingBefore?: true;
            } | {
                /**
                 * @description `signal`: sources of evidence decide; `attestation`: a person gives their word; `ticket state`: the ticket is done
                 * @constant
                 */
                kind: "attestation";
                /** @description What the person attests, 10 to 500 characters */
                statement: string;
            } | {
                /**
                 * @description `signal`: sources of evidence decide; `attestation`: a person gives their word; `ticket state`: the ticket is done
                 * @constant
                 */
                kind: "ticket state";
            })[];
            /** @description Times after the claim at which all checks have to pass, as ISO 8601 durations such as P7D, 1 to 10. Without them, those of the policy */
            steps?: string[];
            /** @description Why nothing but its ticket can show the fix. Such a fix is done, and never proven */
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
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Bad request",
                 *       "status": 400,
                 *       "detail": "The request is not of the shape that is wanted; `errors` points at each wrong field",
                 *       "instance": "/post-mortems"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no token, or none that names somebody */
        401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not signed in",
                 *       "status": 401,
                 *       "detail": "There is no token, or none that names somebody",
                 *       "instance": "/post-mortems"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role, or the four-eyes rule, does not let the caller do this */
        403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not allowed",
                 *       "status": 403,
                 *       "detail": "The role, or the four-eyes rule, does not let the caller do this",
                 *       "instance": "/post-mortems"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing at this address, or nothing that the caller may know of */
        404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is nothing at this address, or nothing that the caller may know of",
                 *       "instance": "/post-mortems"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of the record does not allow this, or too many wrote at the same time */
        409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "detail": "The state of the record does not allow this, or too many wrote at the same time",
                 *       "instance": "/post-mortems"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was read has changed since; `currentEtag` is the version that is there */
        412: {
            headers: {
                /** @description The ETag of what is there, for another try. Absent where nothing is */
                ETag?: string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Changed in the meantime",
                 *       "status": 412,
                 *       "detail": "What was read has changed since; `currentEtag` is the version that is there",
                 *       "instance": "/post-mortems"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is over its limit */
        413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Body too large",
                 *       "status": 413,
                 *       "detail": "The body is over its limit",
                 *       "instance": "/post-mortems"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Understood and not possible: something is missing, unknown or over a limit */
        422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Not possible",
                 *       "status": 422,
                 *       "detail": "Understood and not possible: something is missing, unknown or over a limit",
                 *       "instance": "/post-mortems"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is missing */
        428: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Say which version you read",
                 *       "status": 428,
                 *       "detail": "If-Match is missing",
                 *       "instance": "/post-mortems"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many calls in this minute, or asked again too soon; `Retry-After` says in how many seconds to ask again */
        429: {
            headers: {
                /** @description Seconds after which to ask again */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Too soon",
                 *       "status": 429,
                 *       "detail": "Too many calls in this minute, or asked again too soon; `Retry-After` says in how many seconds to ask again",
                 *       "instance": "/post-mortems"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Our mistake; it was logged */
        500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "about:blank",
                 *       "title": "Our mistake",
                 *       "status": 500,
                 *       "detail": "Our mistake; it was logged",
                 *       "instance": "/post-mortems"
                 *     }
                 */
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
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
                /** @description `csv`: a page as a file for a spreadsheet */
                format?: "json" | "csv";
                /** @description Repeat it for several. Without it: open, in review */
                status?: ("open" | "in review" | "approved" | "closed" | "waived" | "merged")[];
                /** @description Kinds of records; repeat it for several */
                kind?: ("incident" | "near miss" | "exercise" | "false positive" | "periodic review")[];
                /** @description Severities; repeat it for several */
                severity?: ("critical" | "high" | "medium" | "low")[];
                /** @description Categories of incidents; repeat it for several */
                category?: string[];
                /** @description ATT&CK; a technique finds its sub-techniques, too, and a retired one what took its place */
                technique?: string[];
                /** @description Those in which you take part: opened, wrote, submitted, or in the team of the review */
                mine?: "true";
                /** @description Those that are due before this time alone, ISO 8601 with a zone */
                dueBefore?: string;
                /** @description `opened`: the newest first. `changed`: the last change first, comments left out; what changes while pages are read goes to the beginning. `severity`: the worst first, of one severity the newest. Without it: those that are open or in review by their deadline, all others the newest first */
                sort?: "opened" | "changed" | "severity";
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
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "postMortems": [
                     *         {
                     *           "id": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *           "kind": "incident",
                     *           "status": "in review",
                     *           "severity": "high",
                     *           "category": "phishing",
                     *           "tlp": "AMBER",
                     *           "incident": {
                     *             "source": "jira",
                     *             "key": "SEC-17",
                     *             "title": "False sign-in page for payroll"
                     *           },
                     *           "openedAt": "2026-11-20T10:00:00.000Z",
                     *           "dueAt": "2026-12-04T10:00:00.000Z"
                     *         },
                     *         {
                     *           "id": "01KAG9Z8Y7X6W5V4T3S2R1Q0PN",
                     *           "status": "open",
                     *           "tlp": "RED"
                     *         }
                     *       ],
                     *       "next": "eyJvZiI6IjFhMmIzYyJ9"
                     *     }
                     */
                    "application/json": {
                        /** @description Lines of the page */
                        postMortems: (components["schemas"]["RecordLine"] | components["schemas"]["RestrictedRecordLine"])[];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                        /** @description Present when the page ended because so many lines were looked at, and not because it is full. Both numbers leave out records that those alone may read who take part in them */
                        looked?: {
                            /** @description Lines that were looked at for this page */
                            at: number;
                            /** @description Lines of the lists that were looked at; missing where nobody counts them */
                            of?: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
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
                    /**
                     * @description `periodic review`: of many incidents, such as those of a quarter
                     * @enum {string}
                     */
                    kind: "incident" | "near miss" | "exercise" | "false positive" | "periodic review";
                    /** @description Title of what is reviewed, 5 to 255 characters */
                    title: string;
                    /** @description What happened, up to 30,000 characters */
                    description?: string;
                    /**
                     * @description Severity of the incident
                     * @enum {string}
                     */
                    severity: "critical" | "high" | "medium" | "low";
                    /** @description Category of the incident, one of those in the configuration */
                    category?: string;
                    /**
                     * @description TLP 2.0 mark: who may learn of it, from everybody (CLEAR) to those who are named (RED). Without it, that of the policy
                     * @enum {string}
                     */
                    tlp?: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                    /**
                     * Format: date-time
                     * @description When it began. Without it: now
                     */
                    beganAt?: string;
                    /**
                     * Format: date-time
                     * @description When it ended. Without it: now
                     */
                    endedAt?: string;
                    /**
                     * Format: uri
                     * @description Address where more is told of it, https or http
                     */
                    url?: string;
                    /** @description Of a periodic review: what it looks at */
                    scope?: {
                        /**
                         * Format: date-time
                         * @description Beginning of the period
                         */
                        from: string;
                        /**
                         * Format: date-time
                         * @description End of the period
                         */
                        to: string;
                        /** @description Ids of the records that the review looks at, up to 200 */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
                /** @description `csv`: a page as a file for a spreadsheet */
                format?: "json" | "csv";
                /** @description Words, all of which the record has; the beginning of a word finds it, too */
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
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "postMortems": [
                     *         {
                     *           "id": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *           "kind": "incident",
                     *           "status": "in review",
                     *           "severity": "high",
                     *           "category": "phishing",
                     *           "tlp": "AMBER",
                     *           "incident": {
                     *             "source": "jira",
                     *             "key": "SEC-17",
                     *             "title": "False sign-in page for payroll"
                     *           },
                     *           "openedAt": "2026-11-20T10:00:00.000Z",
                     *           "dueAt": "2026-12-04T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "isWhole": true
                     *     }
                     */
                    "application/json": {
                        /** @description Lines of the page, the newest first */
                        postMortems: (components["schemas"]["RecordLine"] | components["schemas"]["RestrictedRecordLine"])[];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                        /** @description Present when the page ended because so many lines were looked at, and not because it is full. Both numbers leave out records that those alone may read who take part in them */
                        looked?: {
                            /** @description Lines that were looked at for this page */
                            at: number;
                            /** @description Lines of the lists that were looked at; missing where nobody counts them */
                            of?: number;
                        };
                        /** @description False when more records have these words than are looked at: add a word */
                        isWhole: boolean;
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
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
                    /**
                     * @example {
                     *       "toDecide": {
                     *         "lines": [
                     *           {
                     *             "id": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *             "kind": "incident",
                     *             "status": "in review",
                     *             "severity": "high",
                     *             "category": "phishing",
                     *             "tlp": "AMBER",
                     *             "incident": {
                     *               "source": "jira",
                     *               "key": "SEC-17",
                     *               "title": "False sign-in page for payroll"
                     *             },
                     *             "openedAt": "2026-11-20T10:00:00.000Z",
                     *             "dueAt": "2026-12-04T10:00:00.000Z"
                     *           }
                     *         ],
                     *         "more": false
                     *       },
                     *       "toWrite": {
                     *         "lines": [],
                     *         "more": false
                     *       },
                     *       "toProve": {
                     *         "lines": [
                     *           {
                     *             "id": "01KAH5B2E8G4H6J9K1M3N5P7QR",
                     *             "postMortemId": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *             "state": "open",
                     *             "title": "Quarantine mails from look-alike domains",
                     *             "ownerTeam": "messaging",
                     *             "priority": "critical",
                     *             "dueAt": "2026-12-21T10:00:00.000Z",
                     *             "ticket": {
                     *               "site": "acme",
                     *               "key": "MAIL-204"
                     *             },
                     *             "incident": "SEC-17",
                     *             "tlp": "AMBER"
                     *           }
                     *         ],
                     *         "more": false
                     *       },
                     *       "toPutInPlace": {
                     *         "lines": [
                     *           {
                     *             "id": "01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *             "postMortemId": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *             "statement": "People report a mail when they know where.",
                     *             "updates": "response plan",
                     *             "document": "IRP-7 Phishing",
                     *             "ownerTeam": "security operations",
                     *             "status": "open",
                     *             "dueAt": "2027-01-15T00:00:00.000Z",
                     *             "incident": "SEC-17",
                     *             "tlp": "AMBER"
                     *           }
                     *         ],
                     *         "more": false
                     *       },
                     *       "toConfirm": {
                     *         "lines": [],
                     *         "more": false
                     *       },
                     *       "toReview": {
                     *         "lines": [],
                     *         "more": false
                     *       },
                     *       "toUndo": {
                     *         "lines": [
                     *           {
                     *             "id": "01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *             "postMortemId": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *             "kind": "block",
                     *             "what": "All mail from example.net, at the gateway",
                     *             "ownerTeam": "messaging",
                     *             "since": "2026-11-19T09:05:00.000Z",
                     *             "until": "2026-12-19T09:00:00.000Z",
                     *             "extended": 0,
                     *             "incident": "SEC-17",
                     *             "tlp": "AMBER"
                     *           }
                     *         ],
                     *         "more": false
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description Records in review that wait for your word: you may judge them, and did not write in them */
                        toDecide: {
                            /** @description The first of them */
                            lines: (components["schemas"]["RecordLine"] | components["schemas"]["RestrictedRecordLine"])[];
                            /** @description True when there may be more: the list has them */
                            more: boolean;
                        };
                        /** @description Open records in which you take part */
                        toWrite: {
                            /** @description The first of them */
                            lines: (components["schemas"]["RecordLine"] | components["schemas"]["RestrictedRecordLine"])[];
                            /** @description True when there may be more: the list has them */
                            more: boolean;
                        };
                        /** @description Fixes of your teams that are not verified, the earliest due first */
                        toProve: {
                            /** @description The first of them */
                            lines: (components["schemas"]["FixLine"] | components["schemas"]["RestrictedFixLine"])[];
                            /** @description True when there may be more: the list has them */
                            more: boolean;
                        };
                        /** @description Lessons of your teams that are not in place yet */
                        toPutInPlace: {
                            /** @description The first of them */
                            lines: (components["schemas"]["LessonLine"] | components["schemas"]["RestrictedLessonLine"])[];
                            /** @description True when there may be more: the list has them */
                            more: boolean;
                        };
                        /** @description Lessons of your teams that somebody else put in place, and that wait for a second person */
                        toConfirm: {
                            /** @description The first of them */
                            lines: (components["schemas"]["LessonLine"] | components["schemas"]["RestrictedLessonLine"])[];
                            /** @description True when there may be more: the list has them */
                            more: boolean;
                        };
                        /** @description Lessons of your teams that are in place, and of which it is time to look whether they still hold */
                        toReview: {
                            /** @description The first of them */
                            lines: (components["schemas"]["LessonLine"] | components["schemas"]["RestrictedLessonLine"])[];
                            /** @description True when there may be more: the list has them */
                            more: boolean;
                        };
                        /** @description Temporary measures in force that your teams undo, the earliest end first */
                        toUndo: {
                            /** @description The first of them */
                            lines: (components["schemas"]["MeasureLine"] | components["schemas"]["RestrictedMeasureLine"])[];
                            /** @description True when there may be more: the list has them */
                            more: boolean;
                        };
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
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
                    /**
                     * @example {
                     *       "postMortems": [
                     *         {
                     *           "status": "open",
                     *           "severity": "high",
                     *           "count": 3
                     *         }
                     *       ],
                     *       "remediations": [
                     *         {
                     *           "state": "open",
                     *           "team": "messaging",
                     *           "count": 4
                     *         }
                     *       ],
                     *       "grades": [
                     *         {
                     *           "grade": "proven",
                     *           "team": "messaging",
                     *           "count": 11
                     *         }
                     *       ],
                     *       "lessons": [
                     *         {
                     *           "status": "open",
                     *           "team": "security operations",
                     *           "count": 2
                     *         }
                     *       ],
                     *       "openedIn": [
                     *         {
                     *           "month": "2026-11",
                     *           "count": 3
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Records, by status and severity */
                        postMortems: {
                            /** @description Status of the records */
                            status: string;
                            /** @description Severity of the incident */
                            severity: string;
                            /** @description How many there are */
                            count: number;
                        }[];
                        /** @description Fixes, by state and team */
                        remediations: {
                            /** @description State of the fixes */
                            state: string;
                            /** @description Team that owns the fixes */
                            team: string;
                            /** @description How many there are */
                            count: number;
                        }[];
                        /** @description Verified fixes, by grade and team */
                        grades: {
                            /** @description Grade of the proof of the fixes */
                            grade: string;
                            /** @description Team that owns the fixes */
                            team: string;
                            /** @description How many there are */
                            count: number;
                        }[];
                        /** @description Lessons, by status and team */
                        lessons: {
                            /** @description Status of the lessons */
                            status: string;
                            /** @description Team that owns the documents */
                            team: string;
                            /** @description How many there are */
                            count: number;
                        }[];
                        /** @description Records, by the month in which they were opened */
                        openedIn: {
                            /** @description `2026-11` */
                            month: string;
                            /** @description How many there are */
                            count: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    listAllRemediations: {
        parameters: {
            query?: {
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
                /** @description `csv`: a page as a file for a spreadsheet */
                format?: "json" | "csv";
                /** @description Repeat it for several. Without it and `grade`: all that are to be done or to be proven */
                state?: ("requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled")[];
                /** @description How good the proof of a verified fix is */
                grade?: ("proven" | "attested" | "done, not tested")[];
                /** @description Teams that own the fixes */
                team?: string[];
                /** @description Fixes of the teams that you own, lead or head: see `GET /me` */
                mine?: "true";
                /** @description Priorities; repeat it for several */
                priority?: ("critical" | "high" | "medium" | "low")[];
                /** @description Those that are late alone */
                overdue?: "true";
                /** @description Those that evidence showed not to hold alone, until somebody says again that they are done */
                cameBack?: "true";
                /** @description Those that are due before this time alone, ISO 8601 with a zone */
                dueBefore?: string;
                /** @description `due`, as without it: the earliest due first. `priority`: the most urgent first, of one priority the earliest due. `rank`: the highest impact × feasibility first, where two weeks of age count as much as a point: since the approval, or since the last acceptance of the risk ended. `changed`: the last change first; what changes while pages are read goes to the beginning */
                sort?: "due" | "priority" | "rank" | "changed";
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
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "remediations": [
                     *         {
                     *           "id": "01KAH5B2E8G4H6J9K1M3N5P7QR",
                     *           "postMortemId": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *           "state": "open",
                     *           "title": "Quarantine mails from look-alike domains",
                     *           "ownerTeam": "messaging",
                     *           "priority": "critical",
                     *           "dueAt": "2026-12-21T10:00:00.000Z",
                     *           "ticket": {
                     *             "site": "acme",
                     *             "key": "MAIL-204"
                     *           },
                     *           "incident": "SEC-17",
                     *           "tlp": "AMBER"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Lines of the page */
                        remediations: (components["schemas"]["FixLine"] | components["schemas"]["RestrictedFixLine"])[];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                        /** @description Present when the page ended because so many lines were looked at, and not because it is full. Both numbers leave out records that those alone may read who take part in them */
                        looked?: {
                            /** @description Lines that were looked at for this page */
                            at: number;
                            /** @description Lines of the lists that were looked at; missing where nobody counts them */
                            of?: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    listLessons: {
        parameters: {
            query?: {
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
                /** @description `csv`: a page as a file for a spreadsheet */
                format?: "json" | "csv";
                /** @description Without it: what is to be done: open, claimed, and in place with a review that is due */
                status?: ("open" | "claimed" | "in place")[];
                /** @description Teams that own the documents */
                team?: string[];
                /** @description Kinds of documents; repeat it for several */
                updates?: ("policy" | "procedure" | "response plan" | "training" | "detection")[];
                /** @description Those that are due before this time alone, ISO 8601 with a zone */
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
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lessons": [
                     *         {
                     *           "id": "01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *           "postMortemId": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *           "statement": "People report a mail when they know where.",
                     *           "updates": "response plan",
                     *           "document": "IRP-7 Phishing",
                     *           "ownerTeam": "security operations",
                     *           "status": "open",
                     *           "dueAt": "2027-01-15T00:00:00.000Z",
                     *           "incident": "SEC-17",
                     *           "tlp": "AMBER"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Lines of the page */
                        lessons: (components["schemas"]["LessonLine"] | components["schemas"]["RestrictedLessonLine"])[];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                        /** @description Present when the page ended because so many lines were looked at, and not because it is full. Both numbers leave out records that those alone may read who take part in them */
                        looked?: {
                            /** @description Lines that were looked at for this page */
                            at: number;
                            /** @description Lines of the lists that were looked at; missing where nobody counts them */
                            of?: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    listSignals: {
        parameters: {
            query?: {
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
                /** @description `csv`: a page as a file for a spreadsheet */
                format?: "json" | "csv";
                /** @description Kind of subject */
                subjectType?: "control" | "technique" | "detection" | "remediation";
                /** @description Id of one subject, such as T1566.002; wants `subjectType` */
                subject?: string & (unknown & unknown);
                /** @description One resource; `*` for the subject as a whole */
                resource?: string;
                /** @description Repeat it for several. The one name of a source that has several */
                source?: string[];
                /** @description What the source said. Repeat it for several */
                outcome?: ("pass" | "fail" | "not judged" | "gone")[];
                /** @description Those that arrived then or later */
                since?: string;
                /** @description Those that arrived before then */
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
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "signals": [
                     *         {
                     *           "id": "simulation-204",
                     *           "subject": {
                     *             "type": "technique",
                     *             "id": "T1566.002"
                     *           },
                     *           "outcome": "pass",
                     *           "source": "mail-simulation",
                     *           "observedAt": "2026-12-01T08:00:00.000Z",
                     *           "receivedAt": "2026-12-01T08:00:04.000Z",
                     *           "toldBy": {
                     *             "kind": "machine",
                     *             "id": "4k2j1h",
                     *             "name": "mail-simulation"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Signals, the newest first */
                        signals: {
                            /** @description Name of the finding at its source; several signals may have it */
                            id: string;
                            /** @description What the signals are about */
                            subject: {
                                /**
                                 * @description Kind of subject
                                 * @enum {string}
                                 */
                                type: "control" | "technique" | "detection" | "remediation";
                                /** @description Id of the subject at its senders, such as T1566.002, without spaces */
                                id: string & (unknown & unknown);
                            };
                            /** @description What the source looked at; missing: the subject as a whole */
                            resource?: string;
                            /**
                             * @description What the source says
                             * @enum {string}
                             */
                            outcome: "pass" | "fail" | "not judged" | "gone";
                            /** @description The one name of the source, also where it has several */
                            source: string;
                            /**
                             * Format: date-time
                             * @description When the source saw it
                             */
                            observedAt: string;
                            /**
                             * Format: date-time
                             * @description When it arrived here, by which the list is sorted
                             */
                            receivedAt: string;
                            /** @description Program, or function of Holdfast, that told it */
                            toldBy: {
                                /**
                                 * @description A program with credentials of its own
                                 * @enum {string}
                                 */
                                kind: "person" | "machine" | "system";
                                /** @description Id, a ULID: 26 characters that sort by time */
                                id: string;
                                /** @description Name of the program in the configuration */
                                name?: string;
                            };
                            /** @description Why the source did not judge, up to 500 characters */
                            reason?: string;
                            /** @description What the source says of it, up to 500 characters */
                            detail?: string;
                            /** @description Where the source shows it */
                            url?: string;
                            /** @description Id of the question of Holdfast that it answers */
                            answerTo?: string;
                        }[];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                        /** @description Present when the page ended because so many lines were looked at, and not because it is full. Both numbers leave out records that those alone may read who take part in them */
                        looked?: {
                            /** @description Lines that were looked at for this page */
                            at: number;
                            /** @description Lines of the lists that were looked at; missing where nobody counts them */
                            of?: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    listReports: {
        parameters: {
            query?: {
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
                /** @description `csv`: a page as a file for a spreadsheet */
                format?: "json" | "csv";
                /** @description Those of one kind alone */
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
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reports": [
                     *         {
                     *           "name": "2026-12-06T10-00-00.000Z-overdue",
                     *           "kind": "overdue",
                     *           "generatedAt": "2026-12-06T10:00:00.000Z",
                     *           "period": {
                     *             "from": "2026-11-29T10:00:00.000Z",
                     *             "to": "2026-12-06T10:00:00.000Z"
                     *           },
                     *           "summary": "1 of 4 fixes is late, by 5 days."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Reports, the newest first */
                        reports: {
                            /** @description For `GET /reports/{name}` */
                            name: string;
                            /**
                             * @description Which report it is
                             * @enum {string}
                             */
                            kind: "overdue" | "validation";
                            /**
                             * Format: date-time
                             * @description Moment of which it tells, by which the list is sorted
                             */
                            generatedAt: string;
                            /** @description Time of which it tells what happened */
                            period: {
                                /**
                                 * Format: date-time
                                 * @description Beginning of the period
                                 */
                                from: string;
                                /**
                                 * Format: date-time
                                 * @description End of the period, not part of it
                                 */
                                to: string;
                            };
                            /** @description The answer, in one sentence */
                            summary: string;
                            /** @description Who asked for it; missing when the schedule did */
                            madeFor?: {
                                /**
                                 * @description Whether it was made for a person or for the schedule
                                 * @enum {string}
                                 */
                                kind: "person" | "machine";
                                /** @description Id, a ULID: 26 characters that sort by time */
                                id: string;
                                /** @description Name of whom it was made for */
                                name?: string;
                            };
                        }[];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                        /** @description Present when the page ended because so many lines were looked at, and not because it is full. Both numbers leave out records that those alone may read who take part in them */
                        looked?: {
                            /** @description Lines that were looked at for this page */
                            at: number;
                            /** @description Lines of the lists that were looked at; missing where nobody counts them */
                            of?: number;
                        };
                    };
                    "text/csv": string;
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
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
                    /**
                     * @description What it is to tell: what is overdue, or what verification found
                     * @enum {string}
                     */
                    kind: "overdue" | "validation";
                    /** @description True: it is announced by mail to those who get the reports of the schedule, once */
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
                    /**
                     * @example {
                     *       "name": "2026-12-06T10-00-00.000Z-overdue",
                     *       "kind": "overdue",
                     *       "path": "/reports/2026-12-06T10-00-00.000Z-overdue",
                     *       "isThere": false
                     *     }
                     */
                    "application/json": {
                        /** @description Name of the report */
                        name: string;
                        /**
                         * @description Which report it is
                         * @enum {string}
                         */
                        kind: "overdue" | "validation";
                        /** @description Where it will be, below the address of the API; 404 until then */
                        path: string;
                        /** @description True when it is made already */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readReport: {
        parameters: {
            query?: {
                /** @description `csv`: its rows for a spreadsheet; the other forms tell all of it */
                format?: "json" | "html" | "markdown" | "csv";
            };
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Name of the report, from the list or from whoever had it made */
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
                    /**
                     * @example {
                     *       "schemaVersion": 1,
                     *       "kind": "overdue",
                     *       "title": "Overdue fixes",
                     *       "generatedAt": "2026-12-06T10:00:00.000Z",
                     *       "period": {
                     *         "from": "2026-11-29T10:00:00.000Z",
                     *         "to": "2026-12-06T10:00:00.000Z"
                     *       },
                     *       "headline": "1 of 4 fixes is late, by 5 days.",
                     *       "measures": {
                     *         "overdue": 1,
                     *         "byPriority": {
                     *           "critical": 1,
                     *           "high": 0,
                     *           "medium": 0,
                     *           "low": 0
                     *         },
                     *         "medianLateMs": 432000000,
                     *         "longestLateMs": 432000000,
                     *         "reviewsPastDue": 0,
                     *         "acceptancesRunOut": 0,
                     *         "acceptancesRunningOut": 0,
                     *         "lessonsOverdue": 0,
                     *         "lessonsSoon": 1,
                     *         "notificationsOverdue": 0,
                     *         "notificationsSoon": 0
                     *       },
                     *       "teams": [],
                     *       "reviews": [],
                     *       "lessons": [],
                     *       "notifications": [],
                     *       "acceptances": []
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description Version of the shape of `data`
                         * @constant
                         */
                        schemaVersion: 1;
                        /** @description Title of the report */
                        title: string;
                        /**
                         * Format: date-time
                         * @description When the report was made
                         */
                        generatedAt: string;
                        /** @description The time that it looks at */
                        period: {
                            /**
                             * Format: date-time
                             * @description Beginning of the period
                             */
                            from: string;
                            /**
                             * Format: date-time
                             * @description End of the period, not part of it
                             */
                            to: string;
                        };
                        /** @description The answer of the report in one sentence */
                        headline: string;
                        /**
                         * @description Which report it is
                         * @constant
                         */
                        kind: "overdue";
                        /** @description The figures */
                        measures: {
                            /** @description Fixes whose date has passed */
                            overdue: number;
                            /** @description The same by priority */
                            byPriority: {
                                /** @description Those of the priority critical */
                                critical: number;
                                /** @description Those of the priority high */
                                high: number;
                                /** @description Those of the priority medium */
                                medium: number;
                                /** @description Those of the priority low */
                                low: number;
                            };
                            /** @description Median of how late fixes are, in milliseconds; null where none is late */
                            medianLateMs: number | null;
                            /** @description How late the latest fix is, in milliseconds; null where none is late */
                            longestLateMs: number | null;
                            /** @description Reviews that are not approved and whose date has passed */
                            reviewsPastDue: number;
                            /** @description Accepted risks whose time is over */
                            acceptancesRunOut: number;
                            /** @description Accepted risks whose time is over soon */
                            acceptancesRunningOut: number;
                            /** @description Lessons whose date has passed */
                            lessonsOverdue: number;
                            /** @description Lessons that are due soon */
                            lessonsSoon: number;
                            /** @description Notifications whose deadline has passed */
                            notificationsOverdue: number;
                            /** @description Notifications that are due soon */
                            notificationsSoon: number;
                            /** @description Temporary measures whose end has passed; missing in older reports */
                            temporaryMeasuresOverdue?: number;
                            /** @description Temporary measures that end soon; missing in older reports */
                            temporaryMeasuresSoon?: number;
                        };
                        /** @description Late fixes by team, the team that has waited longest first */
                        teams: {
                            /** @description The team */
                            ownerTeam: string;
                            /** @description How many by priority */
                            byPriority: {
                                /** @description Those of the priority critical */
                                critical: number;
                                /** @description Those of the priority high */
                                high: number;
                                /** @description Those of the priority medium */
                                medium: number;
                                /** @description Those of the priority low */
                                low: number;
                            };
                            /** @description Its late fixes, the latest first */
                            remediations: {
                                /** @description Id of the fix */
                                remediationId: string;
                                /** @description Id of the record */
                                postMortemId: string;
                                /** @description Title of the fix */
                                title: string;
                                /** @description Team that owns the fix */
                                ownerTeam: string;
                                /** @description Key of its ticket; missing where there is none */
                                key?: string;
                                /**
                                 * Format: uri
                                 * @description Page of its ticket
                                 */
                                ticketUrl?: string;
                                /**
                                 * Format: uri
                                 * @description Page of its record
                                 */
                                recordUrl: string;
                                /**
                                 * @description Priority of the fix
                                 * @enum {string}
                                 */
                                priority: "critical" | "high" | "medium" | "low";
                                /**
                                 * Format: date-time
                                 * @description When it was due
                                 */
                                dueAt: string;
                                /** @description How late it is, in milliseconds */
                                lateMs: number;
                                /** @description How often its ticket was reopened */
                                reopenCount: number;
                                /** @description How often people moved the ticket out of done */
                                pushes: number;
                                /** @description What keeps it from the team, or why its claim is not believed */
                                hangs?: string;
                                /** @description Who answers next for a fix that is unproven */
                                turnTo?: {
                                    /** @description E-mail address of the lead of the team */
                                    lead: string;
                                    /** @description E-mail address of the head of the team */
                                    head?: string;
                                };
                            }[];
                        }[];
                        /** @description Reviews that are not approved */
                        reviews: {
                            /** @description Id of the record */
                            postMortemId: string;
                            /** @description Key of the incident */
                            incidentKey: string;
                            /**
                             * Format: uri
                             * @description Page of the incident, where its source gave one
                             */
                            incidentUrl?: string;
                            /** @description Title of the incident */
                            title: string;
                            /**
                             * @description Severity of the incident
                             * @enum {string}
                             */
                            severity: "critical" | "high" | "medium" | "low";
                            /**
                             * @description Where the review stands
                             * @enum {string}
                             */
                            status: "open" | "in review";
                            /** @description Name of the template that says what it needs */
                            template: string;
                            /** @description Approvals of the review */
                            approvals: {
                                /** @description How many were given */
                                given: number;
                                /** @description How many the template asks for */
                                wanted: number;
                            };
                            /**
                             * Format: date-time
                             * @description When the review is due
                             */
                            dueAt: string;
                            /** @description How late it is, in milliseconds; negative while there is time left */
                            lateMs: number;
                            /**
                             * Format: uri
                             * @description Page of the record
                             */
                            recordUrl: string;
                        }[];
                        /** @description Lessons that are due */
                        lessons: {
                            /** @description Id of the record */
                            postMortemId: string;
                            /**
                             * Format: uri
                             * @description Page of its record
                             */
                            recordUrl: string;
                            /**
                             * @description Severity of the incident
                             * @enum {string}
                             */
                            severity?: "critical" | "high" | "medium" | "low";
                            /** @description The lesson, and the document that is to say it */
                            what: string;
                            /**
                             * Format: date-time
                             * @description When it is due
                             */
                            dueAt: string;
                            /** @description True when its date has passed */
                            isOverdue: boolean;
                            /** @description Id of the lesson */
                            lessonId: string;
                            /** @description Team that owns the document */
                            ownerTeam: string;
                            /**
                             * @description Whether it is to be put in place, to be confirmed by a second person, or to be looked at again
                             * @enum {string}
                             */
                            duty: "put in place" | "confirm" | "review";
                            /**
                             * @description Why it is to be put in place again
                             * @enum {string}
                             */
                            reopened?: "claim refused" | "no longer holds";
                            /**
                             * Format: date-time
                             * @description Since when it waits for a second person
                             */
                            claimedAt?: string;
                        }[];
                        /** @description Notifications that are due */
                        notifications: {
                            /** @description Id of the record */
                            postMortemId: string;
                            /**
                             * Format: uri
                             * @description Page of its record
                             */
                            recordUrl: string;
                            /**
                             * @description Severity of the incident
                             * @enum {string}
                             */
                            severity?: "critical" | "high" | "medium" | "low";
                            /** @description Whom to tell, and by which rule */
                            what: string;
                            /**
                             * Format: date-time
                             * @description Deadline
                             */
                            dueAt: string;
                            /** @description True when its deadline has passed */
                            isOverdue: boolean;
                            /** @description Id of the notification */
                            notificationId: string;
                        }[];
                        /** @description Temporary measures in force that are to be undone; missing in older reports */
                        temporaryMeasures?: {
                            /** @description Id of the record */
                            postMortemId: string;
                            /**
                             * Format: uri
                             * @description Page of its record
                             */
                            recordUrl: string;
                            /**
                             * @description Severity of the incident
                             * @enum {string}
                             */
                            severity?: "critical" | "high" | "medium" | "low";
                            /** @description Sort of measure, and what it is */
                            what: string;
                            /**
                             * Format: date-time
                             * @description By when it is to be undone
                             */
                            dueAt: string;
                            /** @description True when its end has passed */
                            isOverdue: boolean;
                            /** @description Id of the measure */
                            measureId: string;
                            /** @description Team that undoes it */
                            ownerTeam: string;
                            /**
                             * Format: date-time
                             * @description Since when it is in force
                             */
                            since: string;
                            /** @description How often it was extended */
                            extended: number;
                        }[];
                        /** @description Fixes that are put off, because somebody accepted the risk */
                        acceptances: {
                            /** @description Id of the fix */
                            remediationId: string;
                            /** @description Id of the record */
                            postMortemId: string;
                            /** @description Title of the fix */
                            title: string;
                            /** @description Team that owns the fix */
                            ownerTeam: string;
                            /** @description Key of its ticket; missing where there is none */
                            key?: string;
                            /**
                             * Format: uri
                             * @description Page of its ticket
                             */
                            ticketUrl?: string;
                            /**
                             * Format: uri
                             * @description Page of its record
                             */
                            recordUrl: string;
                            /**
                             * @description Priority of the fix
                             * @enum {string}
                             */
                            priority: "critical" | "high" | "medium" | "low";
                            /**
                             * Format: date-time
                             * @description End of the accepted time
                             */
                            until: string;
                            /** @description True when the accepted time is over */
                            hasRunOut: boolean;
                            /** @description Why, in words that whoever reads the log understands */
                            reason: string;
                            /** @description What is done in the place of the fix */
                            compensatingControl: string;
                            /** @description Who accepted it */
                            acceptedBy: string;
                            /**
                             * Format: date-time
                             * @description When the risk was accepted
                             */
                            acceptedAt: string;
                            /** @description How often it was accepted anew */
                            renewals: number;
                        }[];
                        /** @description Open fixes to work on first, by impact × feasibility and age; missing in older reports */
                        first?: {
                            /** @description The first of all teams together */
                            overall: {
                                /** @description Id of the fix */
                                remediationId: string;
                                /** @description Id of the record */
                                postMortemId: string;
                                /** @description Title of the fix */
                                title: string;
                                /** @description Team that owns the fix */
                                ownerTeam: string;
                                /** @description Key of its ticket; missing where there is none */
                                key?: string;
                                /**
                                 * Format: uri
                                 * @description Page of its ticket
                                 */
                                ticketUrl?: string;
                                /**
                                 * Format: uri
                                 * @description Page of its record
                                 */
                                recordUrl: string;
                                /**
                                 * @description State of the fix
                                 * @enum {string}
                                 */
                                state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                                /**
                                 * @description Priority of the fix
                                 * @enum {string}
                                 */
                                priority: "critical" | "high" | "medium" | "low";
                                /** @description Impact × feasibility */
                                rank: number;
                                /**
                                 * Format: date-time
                                 * @description When it was approved
                                 */
                                requestedAt: string;
                                /**
                                 * Format: date-time
                                 * @description When the last acceptance of its risk ended; missing where there was none
                                 */
                                wantedAgainAt?: string;
                                /** @description Time since it was approved, or is wanted again, in milliseconds */
                                ageMs: number;
                                /**
                                 * Format: date-time
                                 * @description When it is due
                                 */
                                dueAt: string;
                                /** @description Keys of tickets, or ids, of others here that ask the same of the same team */
                                sameWords?: string[];
                            }[];
                            /** @description The first of each team */
                            teams: {
                                /** @description The team */
                                ownerTeam: string;
                                /** @description Its fixes */
                                fixes: {
                                    /** @description Id of the fix */
                                    remediationId: string;
                                    /** @description Id of the record */
                                    postMortemId: string;
                                    /** @description Title of the fix */
                                    title: string;
                                    /** @description Team that owns the fix */
                                    ownerTeam: string;
                                    /** @description Key of its ticket; missing where there is none */
                                    key?: string;
                                    /**
                                     * Format: uri
                                     * @description Page of its ticket
                                     */
                                    ticketUrl?: string;
                                    /**
                                     * Format: uri
                                     * @description Page of its record
                                     */
                                    recordUrl: string;
                                    /**
                                     * @description State of the fix
                                     * @enum {string}
                                     */
                                    state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                                    /**
                                     * @description Priority of the fix
                                     * @enum {string}
                                     */
                                    priority: "critical" | "high" | "medium" | "low";
                                    /** @description Impact × feasibility */
                                    rank: number;
                                    /**
                                     * Format: date-time
                                     * @description When it was approved
                                     */
                                    requestedAt: string;
                                    /**
                                     * Format: date-time
                                     * @description When the last acceptance of its risk ended; missing where there was none
                                     */
                                    wantedAgainAt?: string;
                                    /** @description Time since it was approved, or is wanted again, in milliseconds */
                                    ageMs: number;
                                    /**
                                     * Format: date-time
                                     * @description When it is due
                                     */
                                    dueAt: string;
                                    /** @description Keys of tickets, or ids, of others here that ask the same of the same team */
                                    sameWords?: string[];
                                }[];
                            }[];
                            /** @description Teams with fixes to do that are not shown, since 50 others have more; missing where there are none */
                            teamsLeftOut?: number;
                        };
                    } | {
                        /**
                         * @description Version of the shape of `data`
                         * @constant
                         */
                        schemaVersion: 1;
                        /** @description Title of the report */
                        title: string;
                        /**
                         * Format: date-time
                         * @description When the report was made
                         */
                        generatedAt: string;
                        /** @description The time that it looks at */
                        period: {
                            /**
                             * Format: date-time
                             * @description Beginning of the period
                             */
                            from: string;
                            /**
                             * Format: date-time
                             * @description End of the period, not part of it
                             */
                            to: string;
                        };
                        /** @description The answer of the report in one sentence */
                        headline: string;
                        /**
                         * @description Which report it is
                         * @constant
                         */
                        kind: "validation";
                        /** @description All claims at the time of the report, whenever they were made; missing in older reports */
                        now?: {
                            /** @description How many claims there are */
                            claims: number;
                            /** @description Counts of fixes by where they stand; they add up */
                            standings: {
                                /** @description A check failed since the claim */
                                "did not hold": number;
                                /** @description Nothing showed it in time */
                                unproven: number;
                                /** @description Evidence is overdue */
                                late: number;
                                /** @description Newer evidence speaks against them */
                                "in doubt": number;
                                /** @description Fixes whose checks all passed, by evidence */
                                proven: number;
                                /** @description Verified on the word of a person alone */
                                attested: number;
                                /** @description Done, and nothing but the ticket can show it */
                                "done, not tested": number;
                                /** @description The checks passed so far, and some are still to come */
                                passing: number;
                                /** @description Done in their ticket, and not checked yet */
                                claimed: number;
                                /** @description Open again after a failure */
                                reopened: number;
                            };
                            /** @description Share of claims that are proven, with its 95 % interval; null where there is no claim */
                            proven: {
                                /** @description The share, from 0 to 1 */
                                share: number;
                                /** @description Lower end of the 95 % interval */
                                low: number;
                                /** @description Upper end of the 95 % interval */
                                high: number;
                            } | null;
                            /** @description Claims that want somebody’s attention */
                            attention: {
                                /** @description Id of the fix */
                                remediationId: string;
                                /** @description Id of the record */
                                postMortemId: string;
                                /** @description Title of the fix */
                                title: string;
                                /** @description Team that owns the fix */
                                ownerTeam: string;
                                /** @description Key of its ticket; missing where there is none */
                                key: string;
                                /**
                                 * Format: uri
                                 * @description Page of its ticket
                                 */
                                ticketUrl: string;
                                /**
                                 * Format: uri
                                 * @description Page of its record
                                 */
                                recordUrl: string;
                                /**
                                 * @description Priority of the fix
                                 * @enum {string}
                                 */
                                priority: "critical" | "high" | "medium" | "low";
                                /**
                                 * @description Where it stands
                                 * @enum {string}
                                 */
                                standing: "did not hold" | "unproven" | "late" | "in doubt" | "proven" | "attested" | "done, not tested" | "passing" | "claimed" | "reopened";
                                /**
                                 * Format: date-time
                                 * @description When it came to stand there
                                 */
                                since: string;
                                /**
                                 * Format: date-time
                                 * @description When the fix is due
                                 */
                                dueAt: string;
                                /** @description How often its ticket was reopened */
                                reopenCount: number;
                                /** @description How often people moved the ticket out of done */
                                pushes: number;
                            }[];
                            /** @description How many there are */
                            attentionCount: number;
                        };
                        /** @description Times in the period in which no signal could be taken in; missing where there were none */
                        intakeDowns?: {
                            /**
                             * Format: date-time
                             * @description When the intake went down
                             */
                            from: string;
                            /**
                             * Format: date-time
                             * @description When it was back; missing while it goes on
                             */
                            to?: string;
                        }[];
                        /** @description The figures */
                        measures: {
                            /** @description Fixes that were looked at */
                            fixes: number;
                            /** @description Counts of fixes by where they stand; they add up */
                            standings: {
                                /** @description A check failed since the claim */
                                "did not hold": number;
                                /** @description Nothing showed it in time */
                                unproven: number;
                                /** @description Evidence is overdue */
                                late: number;
                                /** @description Newer evidence speaks against them */
                                "in doubt": number;
                                /** @description Fixes whose checks all passed, by evidence */
                                proven: number;
                                /** @description Verified on the word of a person alone */
                                attested: number;
                                /** @description Done, and nothing but the ticket can show it */
                                "done, not tested": number;
                                /** @description The checks passed so far, and some are still to come */
                                passing: number;
                                /** @description Done in their ticket, and not checked yet */
                                claimed: number;
                                /** @description Open again after a failure */
                                reopened: number;
                            };
                            /** @description Fixes that were claimed in the period */
                            newlyClaimed: number;
                            /** @description Fixes that were reopened */
                            reopened: number;
                            /** @description Share of claims that are proven, with its 95 % interval; null where there is no claim */
                            proven: {
                                /** @description The share, from 0 to 1 */
                                share: number;
                                /** @description Lower end of the 95 % interval */
                                low: number;
                                /** @description Upper end of the 95 % interval */
                                high: number;
                            } | null;
                            /** @description Median time from the claim to the proof, in milliseconds; null where no claim is known */
                            medianClaimToProofMs: number | null;
                            /** @description Fixes whose date has passed */
                            overdue: number;
                            /** @description The same by team */
                            byTeam: {
                                /** @description The team */
                                ownerTeam: string;
                                /** @description Counts of fixes by where they stand; they add up */
                                standings: {
                                    /** @description A check failed since the claim */
                                    "did not hold": number;
                                    /** @description Nothing showed it in time */
                                    unproven: number;
                                    /** @description Evidence is overdue */
                                    late: number;
                                    /** @description Newer evidence speaks against them */
                                    "in doubt": number;
                                    /** @description Fixes whose checks all passed, by evidence */
                                    proven: number;
                                    /** @description Verified on the word of a person alone */
                                    attested: number;
                                    /** @description Done, and nothing but the ticket can show it */
                                    "done, not tested": number;
                                    /** @description The checks passed so far, and some are still to come */
                                    passing: number;
                                    /** @description Done in their ticket, and not checked yet */
                                    claimed: number;
                                    /** @description Open again after a failure */
                                    reopened: number;
                                };
                            }[];
                            /** @description The same by priority */
                            byPriority: {
                                /** @description The priority */
                                priority: ("critical" | "high" | "medium" | "low") | "unknown";
                                /** @description Counts of fixes by where they stand; they add up */
                                standings: {
                                    /** @description A check failed since the claim */
                                    "did not hold": number;
                                    /** @description Nothing showed it in time */
                                    unproven: number;
                                    /** @description Evidence is overdue */
                                    late: number;
                                    /** @description Newer evidence speaks against them */
                                    "in doubt": number;
                                    /** @description Fixes whose checks all passed, by evidence */
                                    proven: number;
                                    /** @description Verified on the word of a person alone */
                                    attested: number;
                                    /** @description Done, and nothing but the ticket can show it */
                                    "done, not tested": number;
                                    /** @description The checks passed so far, and some are still to come */
                                    passing: number;
                                    /** @description Done in their ticket, and not checked yet */
                                    claimed: number;
                                    /** @description Open again after a failure */
                                    reopened: number;
                                };
                            }[];
                        };
                        /** @description Where all lessons stand at the time of the report; missing where there are none, and in older reports */
                        lessonsNow?: {
                            /** @description Counts of all lessons */
                            totals: {
                                /** @description Lessons that are not in place */
                                open: number;
                                /** @description Part of `open`: a review found that they do not hold any more */
                                noLongerHolds: number;
                                /** @description Lessons that wait for a second person */
                                claimed: number;
                                /** @description Lessons that are in place */
                                inPlace: number;
                                /** @description Part of `inPlace`: the date of their review has passed */
                                reviewDue: number;
                            };
                            /** @description The same by team */
                            byTeam: {
                                /** @description Lessons that are not in place */
                                open: number;
                                /** @description Part of `open`: a review found that they do not hold any more */
                                noLongerHolds: number;
                                /** @description Lessons that wait for a second person */
                                claimed: number;
                                /** @description Lessons that are in place */
                                inPlace: number;
                                /** @description Part of `inPlace`: the date of their review has passed */
                                reviewDue: number;
                                /** @description The team */
                                ownerTeam: string;
                            }[];
                            /** @description The first of each status, with document, version and link */
                            listed: {
                                /** @description Id of the record */
                                postMortemId: string;
                                /** @description Id of the lesson */
                                lessonId: string;
                                /** @description The document, and what it is */
                                what: string;
                                /** @description Team that owns the document */
                                ownerTeam: string;
                                /**
                                 * @description Where it stands
                                 * @enum {string}
                                 */
                                standing: "open" | "claim refused" | "no longer holds" | "claimed" | "in place" | "not confirmed" | "review due";
                                /** @description Version of the document that says it */
                                version?: string;
                                /**
                                 * Format: uri
                                 * @description Address of that version, or of the result of the test
                                 */
                                url?: string;
                                /** @description What else shows it, in short: date of the version, share of the people who were trained, exercise, test */
                                proof?: string;
                                /**
                                 * Format: date-time
                                 * @description Its next date
                                 */
                                dueAt: string;
                                /**
                                 * Format: date-time
                                 * @description Since when it waits for a second person
                                 */
                                claimedAt?: string;
                                /**
                                 * Format: date-time
                                 * @description When a second person confirmed it
                                 */
                                confirmedAt?: string;
                                /**
                                 * Format: uri
                                 * @description Page of its record
                                 */
                                recordUrl: string;
                            }[];
                            /**
                             * @description There are more than are listed
                             * @constant
                             */
                            isMore?: true;
                        };
                        /** @description Fixes that stand elsewhere than at the beginning of the period */
                        fixes: {
                            /** @description Id of the fix */
                            remediationId: string;
                            /** @description Id of the record */
                            postMortemId: string;
                            /** @description Title of the fix */
                            title: string;
                            /** @description Team that owns the fix */
                            ownerTeam: string;
                            /** @description Key of its ticket; missing where there is none */
                            key: string;
                            /**
                             * Format: uri
                             * @description Page of its ticket
                             */
                            ticketUrl: string;
                            /**
                             * Format: uri
                             * @description Page of its record
                             */
                            recordUrl: string;
                            /**
                             * @description Priority of the fix
                             * @enum {string}
                             */
                            priority?: "critical" | "high" | "medium" | "low";
                            /**
                             * @description Where it stands at the end of the period
                             * @enum {string}
                             */
                            standing: "did not hold" | "unproven" | "late" | "in doubt" | "proven" | "attested" | "done, not tested" | "passing" | "claimed" | "reopened";
                            /**
                             * Format: date-time
                             * @description When it came to stand there
                             */
                            since: string;
                            /** @description What happened to it in the period */
                            story: {
                                /**
                                 * Format: date-time
                                 * @description When it happened
                                 */
                                at: string;
                                /**
                                 * @description What happened
                                 * @enum {string}
                                 */
                                event: "claimed" | "passed a step" | "in doubt" | "excused" | "late" | "unproven" | "set back" | "held" | "proven" | "still holds" | "regraded" | "ineffective" | "regressed" | "reopened";
                                /** @description How often, where the same happened many times in a row */
                                times: number;
                                /** @description Result of each check of the plan, in its order */
                                results: components["schemas"]["CheckResult"][];
                            }[];
                            /** @description Why nothing but its ticket can show it */
                            untestedBecause?: string;
                            /** @description Checks that the last try could not answer */
                            wanted: components["schemas"]["CheckResult"][];
                            /**
                             * Format: date-time
                             * @description When it is checked next
                             */
                            nextCheckAt?: string;
                        }[];
                        /** @description What people did to tickets of fixes in the period */
                        changes?: {
                            /** @description Id of the fix */
                            remediationId: string;
                            /** @description Id of the record */
                            postMortemId: string;
                            /** @description Title of the fix */
                            title: string;
                            /** @description Team that owns the fix */
                            ownerTeam: string;
                            /** @description Key of its ticket; missing where there is none */
                            key: string;
                            /**
                             * Format: uri
                             * @description Page of its ticket
                             */
                            ticketUrl: string;
                            /**
                             * Format: uri
                             * @description Page of its record
                             */
                            recordUrl: string;
                            /**
                             * @description What was done
                             * @enum {string}
                             */
                            what: "due date pushed, put back" | "due date pushed, left" | "due date pushed while done" | "due date not put back" | "priority lowered" | "moved where no route leads" | "closed in bulk" | "missing" | "shown again";
                            /**
                             * Format: date-time
                             * @description When it was done
                             */
                            at: string;
                            /** @description What was there before */
                            from?: string;
                            /** @description What is there since */
                            to?: string;
                            /** @description Name of whoever did it, where it is known */
                            by?: string;
                        }[];
                        /** @description Checks that come next */
                        upcoming: {
                            /** @description Id of the fix */
                            remediationId: string;
                            /** @description Id of the record */
                            postMortemId: string;
                            /** @description Title of the fix */
                            title: string;
                            /** @description Team that owns the fix */
                            ownerTeam: string;
                            /** @description Key of its ticket; missing where there is none */
                            key: string;
                            /**
                             * Format: uri
                             * @description Page of its ticket
                             */
                            ticketUrl: string;
                            /**
                             * Format: uri
                             * @description Page of its record
                             */
                            recordUrl: string;
                            /**
                             * @description Priority of the fix
                             * @enum {string}
                             */
                            priority: "critical" | "high" | "medium" | "low";
                            /**
                             * @description State of the fix
                             * @enum {string}
                             */
                            state: "claimed" | "verifying" | "verified";
                            /**
                             * Format: date-time
                             * @description When
                             */
                            nextCheckAt: string;
                            /** @description Which step it is, 1 for the first; past `steps` the age of the evidence is watched */
                            step: number;
                            /** @description How many steps the plan has */
                            steps: number;
                            /** @description What is checked */
                            checks: components["schemas"]["Check"][];
                        }[];
                        /**
                         * @description True when more checks are to come than are listed
                         * @constant
                         */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    drawReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Name of the report, from the list or from whoever had it made */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report in words; of a list, the first 500, with how many more there are */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "title": "Overdue fixes: what is overdue, 6 Dec 2026",
                     *       "about": [
                     *         "Overdue fixes · Overdue"
                     *       ],
                     *       "headline": "1 of 4 fixes is late, by 5 days.",
                     *       "sections": [
                     *         {
                     *           "id": "figures",
                     *           "title": "At a glance",
                     *           "blocks": [
                     *             {
                     *               "kind": "figures",
                     *               "figures": [
                     *                 {
                     *                   "name": "Remediations overdue",
                     *                   "value": "1",
                     *                   "note": "1 critical or high",
                     *                   "tone": "bad"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DrawnReport"];
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    linkReport: {
        parameters: {
            query?: {
                /** @description Form of the file */
                format?: "json" | "html" | "markdown";
            };
            header?: never;
            path: {
                /** @description Name of the report, from the list or from whoever had it made */
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
                    /**
                     * @example {
                     *       "url": "https://reports.s3.eu-central-1.amazonaws.com/reports/overdue.json?X-Amz-Expires=300",
                     *       "expiresAt": "2026-12-06T10:05:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** @description Address of the file, which wants no token */
                        url: string;
                        /**
                         * Format: date-time
                         * @description Until when it is good
                         */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                    /**
                     * @description What it was found to be, such as a false positive. A periodic review stays one
                     * @enum {string}
                     */
                    kind?: "incident" | "near miss" | "exercise" | "false positive";
                    /** @description Category of the incident, one of those in the configuration */
                    category?: string;
                    /**
                     * @description Severity of the incident
                     * @enum {string}
                     */
                    severity?: "critical" | "high" | "medium" | "low";
                    /**
                     * @description TLP 2.0 mark: who may learn of it, from everybody (CLEAR) to those who are named (RED)
                     * @enum {string}
                     */
                    tlp?: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                    /**
                     * Format: date-time
                     * @description Time by which the review has to be approved
                     */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    findRecordOfTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description System that the ticket is in, such as `jira` */
                source: string;
                /** @description Key of the incident ticket, such as SEC-17 */
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
                    /**
                     * @example {
                     *       "id": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D"
                     *     }
                     */
                    "application/json": {
                        /** @description Id of the record, a ULID */
                        id: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                 *       "outcomes": [
                 *         {
                 *           "objective": "Find out why two passwords were given away",
                 *           "outcome": "met"
                 *         },
                 *         {
                 *           "objective": "Make sure that it is harder next time",
                 *           "outcome": "partly met",
                 *           "because": "The second factor comes with the next release."
                 *         }
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                 *       "assets": [
                 *         {
                 *           "name": "mailboxes of payroll",
                 *           "kind": "mailbox",
                 *           "count": 2
                 *         }
                 *       ],
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                 *       "vulnerabilities": [
                 *         {
                 *           "description": "Sign-in from a new device without a second factor"
                 *         }
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readSection_advisory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
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
                    "application/json": components["schemas"]["AdvisorySection"];
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    writeSection_advisory: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description `*`, in the place of If-Match: writes where nothing is yet */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "products": [
                 *         {
                 *           "name": "Example Gateway",
                 *           "affectedVersions": "5.0.0 to 5.2.0",
                 *           "fixedVersion": "5.2.1",
                 *           "fixedAt": "2026-11-21T09:00:00.000Z"
                 *         }
                 *       ],
                 *       "advice": "Update to 5.2.1, and end all sessions that were opened before.",
                 *       "credits": [
                 *         {
                 *           "name": "R. Searcher",
                 *           "for": "finder"
                 *         }
                 *       ],
                 *       "introduced": {
                 *         "at": "2024-03-01T00:00:00.000Z",
                 *         "precision": "month",
                 *         "by": "Release 5.0.0"
                 *       },
                 *       "url": "https://example.com/advisories/2026-4"
                 *     }
                 */
                "application/json": components["schemas"]["AdvisorySectionDraft"];
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                 *       "firstAction": "Security operations revoked the sessions of both accounts.",
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readTimeline: {
        parameters: {
            query?: {
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "id": "01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *           "at": "2026-11-19T08:12:00.000Z",
                     *           "what": "The first recipient opened the link",
                     *           "kind": "attacker",
                     *           "evidencedBy": "proxy log",
                     *           "origin": "person",
                     *           "etag": "\"6b1f0c\"",
                     *           "self": "/post-mortems/01KAH2M9Q4X7R3T5V8W1Y6ZC0D/timeline/2026-11-19T08:12:00.000Z/01KAH4A1B3C5D7E9F2G4H6J8KM"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Entries of the page, by time */
                        entries: components["schemas"]["TimelineEntry"][];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                    /**
                     * Format: date-time
                     * @description When it happened. It is part of the address of the entry
                     */
                    at: string;
                    /**
                     * @description How exactly the time is known. Without it: as it is written
                     * @enum {string}
                     */
                    precision?: "minute" | "hour" | "day" | "month" | "year";
                    /** @description What happened, 1 to 4,000 characters; says a role, never a name */
                    what: string;
                    /**
                     * @description Kind of entry
                     * @enum {string}
                     */
                    kind: "attacker" | "detection" | "decision" | "action" | "communication";
                    /**
                     * @description What was reached then: `began`, `detected`, `contained`, `eradicated` or `recovered`. The times of the incident are counted by it, not by the life of its ticket
                     * @enum {string}
                     */
                    milestone?: "began" | "detected" | "contained" | "eradicated" | "recovered";
                    /** @description Role of whoever did it, up to 200 characters */
                    role?: string;
                    /** @description What shows it: a log, a chat, a camera. Up to 500 characters */
                    evidencedBy?: string;
                    /** @description Entry of the ticket that this one sets right; that one stays as it came */
                    corrects?: {
                        /**
                         * Format: date-time
                         * @description Its time, which its address has
                         */
                        at: string;
                        /** @description Its id */
                        id: string;
                    };
                    /** @description As it was read; not taken over */
                    readonly id?: unknown;
                    /** @description As it was read; not taken over */
                    readonly origin?: unknown;
                    /** @description As it was read; not taken over */
                    readonly isRestricted?: unknown;
                    /** @description As it was read; not taken over */
                    readonly self?: unknown;
                    /** @description As it was read; not taken over */
                    readonly etag?: unknown;
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
                    "application/json": components["schemas"]["TimelineEntry"];
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
                /** @description Id of the record, a ULID */
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
                    /** @description The entries, in the order of the request */
                    entries: {
                        /**
                         * Format: date-time
                         * @description When it happened. It is part of the address of the entry
                         */
                        at: string;
                        /**
                         * @description How exactly the time is known. Without it: as it is written
                         * @enum {string}
                         */
                        precision?: "minute" | "hour" | "day" | "month" | "year";
                        /** @description What happened, 1 to 4,000 characters; says a role, never a name */
                        what: string;
                        /**
                         * @description Kind of entry
                         * @enum {string}
                         */
                        kind: "attacker" | "detection" | "decision" | "action" | "communication";
                        /**
                         * @description What was reached then: `began`, `detected`, `contained`, `eradicated` or `recovered`. The times of the incident are counted by it, not by the life of its ticket
                         * @enum {string}
                         */
                        milestone?: "began" | "detected" | "contained" | "eradicated" | "recovered";
                        /** @description Role of whoever did it, up to 200 characters */
                        role?: string;
                        /** @description What shows it: a log, a chat, a camera. Up to 500 characters */
                        evidencedBy?: string;
                        /** @description Entry of the ticket that this one sets right; that one stays as it came */
                        corrects?: {
                            /**
                             * Format: date-time
                             * @description Its time, which its address has
                             */
                            at: string;
                            /** @description Its id */
                            id: string;
                        };
                        /** @description As it was read; not taken over */
                        readonly id?: unknown;
                        /** @description As it was read; not taken over */
                        readonly origin?: unknown;
                        /** @description As it was read; not taken over */
                        readonly isRestricted?: unknown;
                        /** @description As it was read; not taken over */
                        readonly self?: unknown;
                        /** @description As it was read; not taken over */
                        readonly etag?: unknown;
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
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "id": "01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *           "at": "2026-11-19T08:12:00.000Z",
                     *           "what": "The first recipient opened the link",
                     *           "kind": "attacker",
                     *           "evidencedBy": "proxy log",
                     *           "origin": "person",
                     *           "etag": "\"6b1f0c\"",
                     *           "self": "/post-mortems/01KAH2M9Q4X7R3T5V8W1Y6ZC0D/timeline/2026-11-19T08:12:00.000Z/01KAH4A1B3C5D7E9F2G4H6J8KM"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The entries, in the order of the request */
                        entries: components["schemas"]["TimelineEntry"][];
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
    readTimelineEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Time of the entry, ISO 8601 with a zone, as in its `self` */
                at: string;
                /** @description Id of the entry, a ULID */
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
                    "application/json": components["schemas"]["TimelineEntry"];
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Time of the entry, ISO 8601 with a zone, as in its `self` */
                at: string;
                /** @description Id of the entry, a ULID */
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
                    /**
                     * Format: date-time
                     * @description When it happened. With another time the entry gets another address
                     */
                    at: string;
                    /**
                     * @description How exactly the time is known. Without it: as it is written
                     * @enum {string}
                     */
                    precision?: "minute" | "hour" | "day" | "month" | "year";
                    /** @description What happened, 1 to 4,000 characters; says a role, never a name */
                    what: string;
                    /**
                     * @description Kind of entry
                     * @enum {string}
                     */
                    kind: "attacker" | "detection" | "decision" | "action" | "communication";
                    /**
                     * @description What was reached then: `began`, `detected`, `contained`, `eradicated` or `recovered`. The times of the incident are counted by it, not by the life of its ticket
                     * @enum {string}
                     */
                    milestone?: "began" | "detected" | "contained" | "eradicated" | "recovered";
                    /** @description Role of whoever did it, up to 200 characters */
                    role?: string;
                    /** @description What shows it: a log, a chat, a camera. Up to 500 characters */
                    evidencedBy?: string;
                    /** @description Entry of the ticket that this one sets right; that one stays as it came */
                    corrects?: {
                        /**
                         * Format: date-time
                         * @description Its time, which its address has
                         */
                        at: string;
                        /** @description Its id */
                        id: string;
                    };
                    /** @description As it was read; not taken over */
                    readonly id?: unknown;
                    /** @description As it was read; not taken over */
                    readonly origin?: unknown;
                    /** @description As it was read; not taken over */
                    readonly isRestricted?: unknown;
                    /** @description As it was read; not taken over */
                    readonly self?: unknown;
                    /** @description As it was read; not taken over */
                    readonly etag?: unknown;
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
                    "application/json": components["schemas"]["TimelineEntry"];
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Time of the entry, ISO 8601 with a zone, as in its `self` */
                at: string;
                /** @description Id of the entry, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    addTemporaryMeasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "block",
                 *       "what": "All mail from example.net, at the gateway",
                 *       "ownerTeam": "messaging",
                 *       "since": "2026-11-19T09:05:00.000Z",
                 *       "until": "2026-12-19T09:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["TemporaryMeasureDraft"];
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readTemporaryMeasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The temporary measure */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryMeasure"];
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    rewriteTemporaryMeasure: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "block",
                 *       "what": "All mail from example.net, at the gateway",
                 *       "ownerTeam": "messaging",
                 *       "since": "2026-11-19T09:05:00.000Z",
                 *       "until": "2026-12-19T09:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["TemporaryMeasureDraft"];
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    removeTemporaryMeasure: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    addCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
                /** @description Unique for each thing to be made; a repeat within a day makes nothing and answers the same */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "of": "incident.openedAt",
                 *       "shouldBe": "2026-11-19T08:40:00.000Z",
                 *       "because": "The ticket was opened a day after the first mail was read."
                 *     }
                 */
                "application/json": components["schemas"]["CorrectionDraft"];
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readCorrection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The correction */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Correction"];
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    rewriteCorrection: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "of": "incident.openedAt",
                 *       "shouldBe": "2026-11-19T08:40:00.000Z",
                 *       "because": "The ticket was opened a day after the first mail was read."
                 *     }
                 */
                "application/json": components["schemas"]["CorrectionDraft"];
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    removeCorrection: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
                    /** @description Why, in words that whoever reads the log understands */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
                    /**
                     * Format: date-time
                     * @description When the acceptance ends
                     */
                    until: string;
                    /** @description Why the risk is accepted */
                    reason: components["schemas"]["ReasonDraft"];
                    /** @description What is done in the place of the fix */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
                 *       "versionAt": "2026-11-21T09:00:00.000Z",
                 *       "note": "On the first page"
                 *     }
                 */
                "application/json": {
                    /** @description Version of the document that says it */
                    version: components["schemas"]["LineDraft"];
                    /**
                     * Format: uri
                     * @description Address of the document, https or http
                     */
                    url?: string;
                    /**
                     * Format: date-time
                     * @description When this version was published; not from before the incident
                     */
                    versionAt?: string;
                    /** @description Of training: who did it */
                    training?: {
                        /** @description Whom it is for */
                        audience: components["schemas"]["LineDraft"];
                        /** @description How many they are */
                        people: number;
                        /** @description How many of them did it */
                        trained: number;
                        /**
                         * Format: date-time
                         * @description By when
                         */
                        at: string;
                    };
                    /** @description Of a plan or training: how it was tried out */
                    exercise?: {
                        /**
                         * Format: date-time
                         * @description When
                         */
                        at: string;
                        /** @description How it went */
                        result: components["schemas"]["LineDraft"];
                    };
                    /** @description Of a detection: what showed that it fires */
                    test?: {
                        /** @description What was run */
                        what: components["schemas"]["LineDraft"];
                        /**
                         * Format: date-time
                         * @description When
                         */
                        at: string;
                        /**
                         * @description What the detection did; one that did not fire is not in place
                         * @enum {string}
                         */
                        result: "fired" | "did not fire";
                        /**
                         * Format: uri
                         * @description Address of the result, https or http
                         */
                        url?: string;
                        /** @description Id of evidence of the record that shows it */
                        evidenceId?: string;
                    };
                    /** @description What to know about it */
                    note?: components["schemas"]["LineDraft"];
                };
            };
        };
        responses: {
            /** @description The record; the ETag is that of the lesson */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    confirmLesson: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record; the ETag is that of the lesson */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    refuseLesson: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The plan of that version does not name the mailbox."
                 *     }
                 */
                "application/json": {
                    /** @description Why that does not show it, 10 to 4,000 characters */
                    reason: components["schemas"]["ReasonDraft"];
                };
            };
        };
        responses: {
            /** @description The record; the ETag is that of the lesson */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    reopenLesson: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The new plan dropped its first page.",
                 *       "dueAt": "2027-06-30T00:00:00.000Z"
                 *     }
                 */
                "application/json": {
                    /** @description What was found, 10 to 4,000 characters */
                    reason: components["schemas"]["ReasonDraft"];
                    /**
                     * Format: date-time
                     * @description By when it has to be in place again: to come, and no further away than `remediation.longestDueWithin.low`
                     */
                    dueAt: string;
                };
            };
        };
        responses: {
            /** @description The record; the ETag is that of the lesson */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
                    /**
                     * Format: date-time
                     * @description When it was told
                     */
                    sentAt: string;
                    /** @description Reference that the recipient gave */
                    reference?: components["schemas"]["LineDraft"];
                    /**
                     * Format: uri
                     * @description Address of the report, https or http
                     */
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
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    reportMeasureRemoved: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "note": "The rule is gone; a mail from that domain was delivered.",
                 *       "url": "https://example.com/change/77"
                 *     }
                 */
                "application/json": {
                    /** @description What shows that it is undone, 10 to 4,000 characters: a test, a rule that is gone, a change */
                    note: string;
                    /**
                     * Format: uri
                     * @description The change by which it was undone
                     */
                    url?: string;
                    /**
                     * Format: date-time
                     * @description When it was undone, since it was in force and not to come. Absent: now
                     */
                    undoneAt?: string;
                    /** @description A measure in force of another record as which it goes on, such as the one that this is merged into */
                    goesOn?: {
                        /** @description Record in which it goes on */
                        postMortemId: string;
                        /** @description Temporary measure of that record */
                        measureId: string;
                    };
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
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    extendMeasure: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read */
                "If-Match": string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "2027-01-19T09:00:00.000Z",
                 *       "because": "The new filter comes with the release of January."
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @description By when it is undone, a time to come that is after its end of now
                     */
                    until: string;
                    /** @description Why it is needed for longer */
                    because: components["schemas"]["ReasonDraft"];
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
            428: components["responses"]["428"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    listDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
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
                    /**
                     * @example {
                     *       "drafts": [
                     *         {
                     *           "path": "recommendations.new",
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "6f1c2a90-anna",
                     *             "name": "Anna Analyst",
                     *             "email": "anna@example.com"
                     *           },
                     *           "savedAt": "2026-11-20T11:00:00.000Z",
                     *           "bytes": 42,
                     *           "etag": "\"77c0ab\"",
                     *           "expiresAt": "2026-12-20T11:00:00.000Z",
                     *           "self": "/post-mortems/01KAH2M9Q4X7R3T5V8W1Y6ZC0D/drafts/recommendations.new"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Drafts of the record */
                        drafts: components["schemas"]["DraftLine"][];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Place in the record, names joined by dots: `impact.description`. It need not be there yet */
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
                    /**
                     * @example {
                     *       "path": "recommendations.new",
                     *       "by": {
                     *         "kind": "person",
                     *         "id": "6f1c2a90-anna",
                     *         "name": "Anna Analyst",
                     *         "email": "anna@example.com"
                     *       },
                     *       "savedAt": "2026-11-20T11:00:00.000Z",
                     *       "bytes": 42,
                     *       "etag": "\"77c0ab\"",
                     *       "expiresAt": "2026-12-20T11:00:00.000Z",
                     *       "self": "/post-mortems/01KAH2M9Q4X7R3T5V8W1Y6ZC0D/drafts/recommendations.new",
                     *       "content": {
                     *         "title": "Turn off legacy authentication"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description Place in the record that it is a draft of, with dots: `recommendations.new` */
                        path: string;
                        /** @description Who saved it last */
                        by: components["schemas"]["Author"];
                        /**
                         * Format: date-time
                         * @description When it was saved last
                         */
                        savedAt: string;
                        /**
                         * Format: date-time
                         * @description It is gone then, unless it is saved again
                         */
                        expiresAt: string;
                        /** @description Size of its content as JSON, in bytes */
                        bytes: number;
                        /** @description Path of it below the address of the API */
                        self: string;
                        /** @description For If-Match */
                        etag: string;
                        /** @description The JSON as it was saved */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Place in the record, names joined by dots: `impact.description`. It need not be there yet */
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
                    "application/json": components["schemas"]["DraftLine"];
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Place in the record, names joined by dots: `impact.description`. It need not be there yet */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    listComments: {
        parameters: {
            query?: {
                /** @description Only comments on this place in the record, and on what is below it */
                path?: string;
                /** @description `true`: only threads that are not settled, with their replies; `false`: only those that are */
                open?: "true" | "false";
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "comments": [
                     *         {
                     *           "id": "01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *           "path": "sections.impact",
                     *           "text": "Is this all of it?",
                     *           "mentions": [
                     *             "anna@example.com"
                     *           ],
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "0d7e4b31-ben",
                     *             "name": "Ben Approver",
                     *             "email": "ben@example.com"
                     *           },
                     *           "at": "2026-11-21T09:00:00.000Z",
                     *           "isResolved": false,
                     *           "etag": "\"a41d9e\"",
                     *           "self": "/post-mortems/01KAH2M9Q4X7R3T5V8W1Y6ZC0D/comments/01KAH4A1B3C5D7E9F2G4H6J8KM"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Comments of the page, the oldest first */
                        comments: components["schemas"]["Comment"][];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                    /** @description Place in the record that it is about */
                    path: string;
                    /** @description The comment, 1 to 4,000 characters */
                    text: string;
                    /**
                     * @description E-mail addresses of people
                     * @default []
                     */
                    mentions?: string[];
                    /** @description Comment that it answers, which is no reply itself and has the same path */
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
                    "application/json": components["schemas"]["Comment"];
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
    readComment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the comment, a ULID */
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
                    "application/json": components["schemas"]["Comment"];
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the comment, a ULID */
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
                    /** @description New words of the comment, 1 to 4,000 characters; left out, they stay */
                    text?: string;
                    /** @description E-mail addresses of people whose word is wanted, up to 20 */
                    mentions?: string[];
                    /** @description Of the first comment of a thread: whether the thread is settled */
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
                    "application/json": components["schemas"]["Comment"];
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readActivity: {
        parameters: {
            query?: {
                /** @description The revision that was read; without it, no changes */
                since?: number;
                /** @description Where the caller is, told to others for a minute */
                presence?: string;
            };
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
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
                    /**
                     * @example {
                     *       "revision": 5,
                     *       "contentRevision": 4,
                     *       "changed": [
                     *         "sections.impact"
                     *       ],
                     *       "isWhole": true,
                     *       "present": [
                     *         {
                     *           "by": {
                     *             "kind": "person",
                     *             "id": "0d7e4b31-ben",
                     *             "name": "Ben Approver",
                     *             "email": "ben@example.com"
                     *           },
                     *           "path": "sections.impact"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description For `since` of the next call */
                        revision: number;
                        /** @description The revision of the last change to what an approver judges */
                        contentRevision: number;
                        /** @description Paths that changed after `since`, without what stands there */
                        changed: string[];
                        /** @description False when more has changed than is listed: read the record anew */
                        isWhole: boolean;
                        /** @description Others who said within the last minute that they are there, and where */
                        present: {
                            /** @description Who is there */
                            by: components["schemas"]["Author"];
                            /** @description Where they are in the record, with dots */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                    /** @description File name without slashes, up to 200 characters */
                    name: string & (unknown & unknown);
                    /** @description What the file shows */
                    description?: components["schemas"]["LineDraft"];
                    /** @description IANA media type in lower case, such as text/plain */
                    mediaType: string;
                    /** @description Size of the file in bytes */
                    bytes: number;
                    /** @description SHA-256 of the file, 64 lower-case hex digits, computed where the file is */
                    sha256: string;
                    /**
                     * @description TLP 2.0 mark of the file; it counts where it is stricter than that of the record
                     * @enum {string}
                     */
                    tlp?: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                    /**
                     * Format: date-time
                     * @description When it was collected
                     */
                    collectedAt?: string;
                    /** @description Role or tool that collected it */
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
                    /**
                     * @example {
                     *       "evidence": {
                     *         "id": "01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *         "name": "proxy.log",
                     *         "mediaType": "text/plain",
                     *         "bytes": 48213,
                     *         "sha256": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65",
                     *         "status": "expected",
                     *         "key": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D/01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *         "addedBy": {
                     *           "kind": "person",
                     *           "id": "6f1c2a90-anna",
                     *           "name": "Anna Analyst",
                     *           "email": "anna@example.com"
                     *         },
                     *         "addedAt": "2026-11-20T11:30:00.000Z"
                     *       },
                     *       "upload": {
                     *         "method": "PUT",
                     *         "url": "https://evidence.s3.eu-central-1.amazonaws.com/01KAH2M9Q4X7R3T5V8W1Y6ZC0D/01KAH4A1B3C5D7E9F2G4H6J8KM?X-Amz-Signature=0a1b2c",
                     *         "headers": {
                     *           "content-type": "text/plain"
                     *         },
                     *         "expiresAt": "2026-11-20T11:45:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description The piece of evidence */
                        evidence: components["schemas"]["Evidence"];
                        /** @description Request that uploads the file: send it as it is told here */
                        upload: {
                            /**
                             * @description Method of the request
                             * @constant
                             */
                            method: "PUT";
                            /** @description Address to which the file is sent */
                            url: string;
                            /** @description Headers of the request, each of which has to be sent */
                            headers: {
                                [key: string]: string;
                            };
                            /** @description Until when the request is taken */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    renewUploadLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
                    /**
                     * @example {
                     *       "evidence": {
                     *         "id": "01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *         "name": "proxy.log",
                     *         "mediaType": "text/plain",
                     *         "bytes": 48213,
                     *         "sha256": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65",
                     *         "status": "expected",
                     *         "key": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D/01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *         "addedBy": {
                     *           "kind": "person",
                     *           "id": "6f1c2a90-anna",
                     *           "name": "Anna Analyst",
                     *           "email": "anna@example.com"
                     *         },
                     *         "addedAt": "2026-11-20T11:30:00.000Z"
                     *       },
                     *       "upload": {
                     *         "method": "PUT",
                     *         "url": "https://evidence.s3.eu-central-1.amazonaws.com/01KAH2M9Q4X7R3T5V8W1Y6ZC0D/01KAH4A1B3C5D7E9F2G4H6J8KM?X-Amz-Signature=0a1b2c",
                     *         "headers": {
                     *           "content-type": "text/plain"
                     *         },
                     *         "expiresAt": "2026-11-20T11:45:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description The piece of evidence */
                        evidence: components["schemas"]["Evidence"];
                        /** @description Request that uploads the file: send it as it is told here */
                        upload: {
                            /**
                             * @description Method of the request
                             * @constant
                             */
                            method: "PUT";
                            /** @description Address to which the file is sent */
                            url: string;
                            /** @description Headers of the request, each of which has to be sent */
                            headers: {
                                [key: string]: string;
                            };
                            /** @description Until when the request is taken */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    checkEvidenceReceived: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
                    /**
                     * @example {
                     *       "evidence": {
                     *         "id": "01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *         "name": "proxy.log",
                     *         "mediaType": "text/plain",
                     *         "bytes": 48213,
                     *         "sha256": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65",
                     *         "status": "held",
                     *         "key": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D/01KAH4A1B3C5D7E9F2G4H6J8KM",
                     *         "addedBy": {
                     *           "kind": "person",
                     *           "id": "6f1c2a90-anna",
                     *           "name": "Anna Analyst",
                     *           "email": "anna@example.com"
                     *         },
                     *         "addedAt": "2026-11-20T11:30:00.000Z",
                     *         "receivedAt": "2026-11-20T11:33:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description The piece of evidence */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    openEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
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
                    /** @description What for, up to 1,000 characters. It is in the log before the link is made */
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
                    /**
                     * @example {
                     *       "url": "https://evidence.s3.eu-central-1.amazonaws.com/01KAH2M9Q4X7R3T5V8W1Y6ZC0D/01KAH4A1B3C5D7E9F2G4H6J8KM?X-Amz-Signature=0a1b2c",
                     *       "expiresAt": "2026-11-21T09:05:00.000Z",
                     *       "name": "proxy.log",
                     *       "bytes": 48213,
                     *       "sha256": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65",
                     *       "versionId": "v1"
                     *     }
                     */
                    "application/json": {
                        /** @description Link to the bytes. Whoever has it can read them while it lasts */
                        url: string;
                        /** @description Until when the link lasts */
                        expiresAt: string;
                        /** @description File name */
                        name: string;
                        /** @description Size of the file in bytes */
                        bytes: number;
                        /** @description SHA-256 that the bytes must have, in hex */
                        sha256: string;
                        /** @description Version of the object that the link reads */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readEvidenceCustody: {
        parameters: {
            query?: {
                /** @description `next` of the page before, as it came */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the part, a ULID */
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chain of custody, and whether the audit log is whole; of a long log page by page */
            200: {
                headers: {
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "done",
                     *       "custody": [
                     *         {
                     *           "what": "Evidence Announced",
                     *           "at": "2026-11-20T11:30:00.000Z",
                     *           "sequence": 12,
                     *           "hash": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65"
                     *         }
                     *       ],
                     *       "chain": {
                     *         "isWhole": true,
                     *         "entries": 41,
                     *         "lastHash": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65"
                     *       }
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description `under way`: there may be more; ask for `next` until it is `done`
                         * @enum {string}
                         */
                        state: "under way" | "done";
                        /** @description Everything that happened to it, the oldest first */
                        custody: ({
                            /** @description What happened */
                            what: string;
                            /** @description When it happened */
                            at: string;
                            /** @description Place in the audit log of the record, from 1 */
                            sequence: number;
                            /** @description Hash of the entry in the audit log */
                            hash: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        /** @description State of the whole audit log of the record, read to its end: an entry that is missing may be one of this evidence */
                        chain?: {
                            /** @description True when the chain of hashes is whole */
                            isWhole: boolean;
                            /** @description How many entries the log has */
                            entries: number;
                            /** @description Hash of the last entry */
                            lastHash: string;
                            /** @description The first entry at which the chain is not whole */
                            broken?: {
                                /** @description Place of that entry in the log, from 1 */
                                sequence: number;
                                /** @description What is wrong with it */
                                because: string;
                            };
                        };
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                    /** @description Why, in words that whoever reads the log understands */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                    /** @description The revision that you read. One that is older than the content is refused */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                    /** @description Why, in words that whoever reads the log understands */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
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
                    /** @description Id of the record that takes its place */
                    into: string;
                    /** @description Why, in words that whoever reads the log understands */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    listRemediations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
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
                    /**
                     * @example {
                     *       "remediations": [
                     *         {
                     *           "state": "open",
                     *           "id": "01KAH5B2E8G4H6J9K1M3N5P7QR",
                     *           "postMortemId": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *           "title": "Quarantine mails from look-alike domains",
                     *           "ownerTeam": "messaging",
                     *           "priority": "critical",
                     *           "route": {
                     *             "project": "MAIL",
                     *             "issueType": "Task"
                     *           },
                     *           "dueAt": "2026-12-21T10:00:00.000Z",
                     *           "requestedAt": "2026-11-21T10:00:00.000Z",
                     *           "checks": [
                     *             {
                     *               "kind": "signal",
                     *               "subject": {
                     *                 "type": "technique",
                     *                 "id": "T1566.002"
                     *               },
                     *               "sources": [
                     *                 "mail-simulation"
                     *               ]
                     *             }
                     *           ],
                     *           "steps": [
                     *             "P7D",
                     *             "P30D"
                     *           ],
                     *           "attestations": [],
                     *           "reopenCount": 0,
                     *           "ticket": {
                     *             "site": "acme",
                     *             "issueId": "10204",
                     *             "key": "MAIL-204",
                     *             "title": "Quarantine mails from look-alike domains"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description All remediations of the record */
                        remediations: components["schemas"]["Remediation"][];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the fix, which is that of its recommendation */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readStanding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the fix, which is that of its recommendation */
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
                    "application/json": components["schemas"]["FixStanding"];
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the fix, which is that of its recommendation */
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
                    /** @description Place of the check in the plan, from 0 */
                    check: number;
                    /**
                     * @description Whether the statement of the check holds
                     * @enum {string}
                     */
                    outcome: "pass" | "fail";
                    /** @description How you know, 1 to 4,000 characters */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the fix, which is that of its recommendation */
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
                    /**
                     * @example {
                     *       "at": "2026-11-28T09:00:00.000Z",
                     *       "state": "verifying",
                     *       "grade": "proven",
                     *       "step": 1,
                     *       "steps": 2,
                     *       "nextCheckAt": "2026-12-21T10:00:00.000Z",
                     *       "results": [
                     *         {
                     *           "check": {
                     *             "kind": "signal",
                     *             "subject": {
                     *               "type": "technique",
                     *               "id": "T1566.002"
                     *             },
                     *             "sources": [
                     *               "mail-simulation"
                     *             ]
                     *           },
                     *           "outcome": "pass",
                     *           "because": "mail-simulation says pass",
                     *           "evidence": [
                     *             {
                     *               "what": "mail-simulation: pass",
                     *               "at": "2026-11-28T08:00:00.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "changes": []
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description Time of this answer
                         */
                        at: string;
                        /**
                         * @description State of the fix
                         * @enum {string}
                         */
                        state: "requested" | "ambiguous" | "open" | "claimed" | "verifying" | "verified" | "ineffective" | "regressed" | "accepted" | "cancelled";
                        /**
                         * @description How good the proof is, or what it lacks. Absent when the fix is not claimed
                         * @enum {string}
                         */
                        grade?: "proven" | "attested" | "done, not tested" | "awaiting" | "late" | "unproven" | "failed";
                        /** @description Steps of its plan that are through */
                        step?: number;
                        /** @description Steps that its plan has */
                        steps: number;
                        /** @description A source says fail, and that is not settled */
                        doubt?: components["schemas"]["Doubt"];
                        /** @description Evidence that was expected is missing */
                        silence?: {
                            /**
                             * @description `late`, and after a while `unproven`, which counts as overdue
                             * @enum {string}
                             */
                            rung: "late" | "unproven";
                            /**
                             * Format: date-time
                             * @description When it was expected
                             */
                            expectedAt: string;
                        };
                        /** @description Evidence that was expected is missing, and may have been lost: the intake of Holdfast was down */
                        excused?: {
                            /**
                             * Format: date-time
                             * @description When it was expected
                             */
                            expectedAt: string;
                        };
                        /**
                         * Format: date-time
                         * @description The fix came back again and again: its claim counts when nothing has failed until this time
                         */
                        heldUntil?: string;
                        /**
                         * Format: date-time
                         * @description The verdict may change by itself at this time. Absent: only something that arrives changes it
                         */
                        nextCheckAt?: string;
                        /**
                         * Format: date-time
                         * @description Its risk is accepted until then: the verdict has no consequences
                         */
                        acceptedUntil?: string;
                        /** @description Result of each check of the plan, in its order */
                        results: components["schemas"]["CheckResult"][];
                        /** @description Names of the events that the check brought about; empty when the fix stands as before */
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the fix, which is that of its recommendation */
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
                    /**
                     * Format: date-time
                     * @description When the acceptance ends
                     */
                    until: string;
                    /** @description Why the risk is accepted */
                    reason: components["schemas"]["ReasonDraft"];
                    /** @description What is done in the place of the fix */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the fix, which is that of its recommendation */
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
                    /**
                     * @description `ticket`: it becomes the ticket of the fix; `pull request`: the new ticket names it; `none`: the fix gets a ticket of its own
                     * @constant
                     */
                    kind: "ticket";
                    /** @description Key of a Jira ticket, such as NET-12, or the address of its page */
                    ticket: string;
                } | {
                    /**
                     * @description `ticket`: it becomes the ticket of the fix; `pull request`: the new ticket names it; `none`: the fix gets a ticket of its own
                     * @constant
                     */
                    kind: "pull request";
                    /**
                     * Format: uri
                     * @description Address of a pull request, https
                     */
                    url: string;
                    /**
                     * Format: date-time
                     * @description When it was merged, not later than now: the fix is claimed then, and checked
                     */
                    mergedAt?: string;
                } | {
                    /**
                     * @description `ticket`: it becomes the ticket of the fix; `pull request`: the new ticket names it; `none`: the fix gets a ticket of its own
                     * @constant
                     */
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
            429: components["responses"]["429"];
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
                /** @description Id of the record, a ULID */
                id: string;
                /** @description Id of the fix, which is that of its recommendation */
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
                    /** @description Why, in words that whoever reads the log understands */
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readHints: {
        parameters: {
            query?: {
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
            };
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of hints; the ETag is that of the record */
            200: {
                headers: {
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hints": [
                     *         {
                     *           "path": "timeline",
                     *           "excerpt": "should have known",
                     *           "about": "hindsight",
                     *           "message": "It judges by what is known now.",
                     *           "suggestion": "Say what was known then.",
                     *           "dismissed": {
                     *             "because": "quoted",
                     *             "by": {
                     *               "kind": "person",
                     *               "id": "6f1c2a90-anna",
                     *               "name": "Anna Analyst",
                     *               "email": "anna@example.com"
                     *             },
                     *             "at": "2026-11-20T11:40:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "count": 1,
                     *       "looked": {
                     *         "at": 41,
                     *         "of": 41
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description Hints, in the order of the record */
                        hints: {
                            /** @description Place in the record, with dots */
                            path: string;
                            /** @description The words that it is about */
                            excerpt: string;
                            /** @description Kind of hint */
                            about: string;
                            /** @description What is wrong with them */
                            message: string;
                            /** @description What to write instead */
                            suggestion: string;
                            /** @description Present when it was dismissed. Without it, a hint about the record itself holds up its submission */
                            dismissed?: {
                                /** @description Why it stays unanswered */
                                because: string;
                                /** @description Who dismissed it */
                                by: components["schemas"]["Author"];
                                /**
                                 * Format: date-time
                                 * @description When they did
                                 */
                                at: string;
                            };
                        }[];
                        /** @description Hints in the part that was looked at: the record with the first 200 entries of its timeline, or the next 200 */
                        count: number;
                        /** @description Entries of the timeline up to here, of all */
                        looked: {
                            /** @description Lines that were looked at for this page */
                            at: number;
                            /** @description Entries of the timeline in all */
                            of: number;
                        };
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                    };
                };
            };
            /** @description It is as `If-None-Match` says that it was; nothing is sent */
            304: {
                headers: {
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    dismissHints: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hints": [
                 *         {
                 *           "path": "sections.summary.text",
                 *           "about": "blame",
                 *           "excerpt": "human error"
                 *         }
                 *       ],
                 *       "because": "quoted from the mail"
                 *     }
                 */
                "application/json": {
                    /** @description Hints as they were read */
                    hints: {
                        /** @description Place in the record, with dots */
                        path: string;
                        /** @description Kind of hint */
                        about: string;
                        /** @description The words that it is about */
                        excerpt: string;
                    }[];
                    /** @description Why they stay unanswered, 1 to 200 characters; one word will do */
                    because: string;
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    reopenHints: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read */
                "If-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "hints": [
                 *         {
                 *           "path": "sections.summary.text",
                 *           "about": "blame",
                 *           "excerpt": "human error"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description Hints as they were read */
                    hints: {
                        /** @description Place in the record, with dots */
                        path: string;
                        /** @description Kind of hint */
                        about: string;
                        /** @description The words that it is about */
                        excerpt: string;
                    }[];
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    listRecommendationTemplates: {
        parameters: {
            query?: {
                /** @description Category of incidents whose templates come first */
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
                    /**
                     * @example {
                     *       "templates": [
                     *         {
                     *           "name": "quarantine-look-alikes",
                     *           "categories": [
                     *             "phishing"
                     *           ],
                     *           "title": "Quarantine mails from look-alike domains",
                     *           "why": "New domains pass filters that know bad ones.",
                     *           "kind": "prevent",
                     *           "impact": 5,
                     *           "feasibility": 4,
                     *           "ownerTeam": "messaging",
                     *           "successCriterion": "Of 20 simulated mails, 20 are quarantined.",
                     *           "verification": {
                     *             "checks": [
                     *               {
                     *                 "kind": "signal",
                     *                 "subject": {
                     *                   "type": "technique",
                     *                   "id": "T1566.002"
                     *                 },
                     *                 "sources": [
                     *                   "mail-simulation"
                     *                 ]
                     *               }
                     *             ],
                     *             "steps": [
                     *               "P7D",
                     *               "P30D"
                     *             ]
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Recommendations to begin from, those of the category first */
                        templates: {
                            /** @description What to do, in one line, 5 to 200 characters */
                            title: string & (unknown & unknown);
                            /** @description Why it should be done, 10 to 4,000 characters */
                            why: string;
                            /**
                             * @description What it does against such an incident
                             * @enum {string}
                             */
                            kind: "prevent" | "detect" | "mitigate" | "respond";
                            /** @description How much it often helps, 1 (little) to 5 (much): weigh it anew */
                            impact: number;
                            /** @description How easily it is often done, 1 (hard) to 5 (easily): weigh it anew */
                            feasibility: number;
                            /** @description Team that is to do it: it decides where the ticket goes */
                            ownerTeam: string;
                            /** @description How one sees that it works, 10 to 2,000 characters */
                            successCriterion: string;
                            /** @description How the fix will be shown to work */
                            verification: components["schemas"]["VerificationPlan"];
                            /** @description Techniques of MITRE D3FEND that it uses, such as D3-MFA, up to 20 */
                            d3fend?: string[];
                            /** @description Controls of a framework that it strengthens, up to 20 */
                            controls?: {
                                /** @description Name of the framework, such as ISO 27001 */
                                framework: string;
                                /** @description Id of the control there, such as A.8.7 */
                                id: string;
                            }[];
                            /** @description Name of the template, words with dashes */
                            name: string;
                            /** @description Categories of incidents that it fits; empty: it fits all */
                            categories: string[];
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readEvents: {
        parameters: {
            query?: {
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "events": [
                     *         {
                     *           "id": "01KAH2MA00X7R3T5V8W1Y6ZC0E",
                     *           "type": "Post-Mortem Approved",
                     *           "schemaVersion": 1,
                     *           "source": "holdfast",
                     *           "occurredAt": "2026-11-21T10:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "0d7e4b31-ben",
                     *             "name": "Ben Approver",
                     *             "email": "ben@example.com"
                     *           },
                     *           "correlationId": "01KAH2MA00X7R3T5V8W1Y6ZC0E",
                     *           "hops": 0,
                     *           "data": {
                     *             "postMortemId": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D"
                     *           },
                     *           "postMortemId": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *           "sequence": 41,
                     *           "previousHash": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65",
                     *           "hash": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Entries of the page, the oldest first */
                        events: components["schemas"]["AuditEntry"][];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readLooks: {
        parameters: {
            query?: {
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page; `afterEntry` of a look is the newest entry of the log at the time */
            200: {
                headers: {
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "looks": [
                     *         {
                     *           "id": "01KAH2MA00X7R3T5V8W1Y6ZC0E",
                     *           "type": "Record Read",
                     *           "schemaVersion": 1,
                     *           "source": "holdfast",
                     *           "occurredAt": "2026-11-21T10:00:00.000Z",
                     *           "actor": {
                     *             "kind": "person",
                     *             "id": "0d7e4b31-ben",
                     *             "name": "Ben Approver",
                     *             "email": "ben@example.com"
                     *           },
                     *           "correlationId": "01KAH2MA00X7R3T5V8W1Y6ZC0E",
                     *           "hops": 0,
                     *           "data": {
                     *             "postMortemId": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *             "by": {
                     *               "kind": "person",
                     *               "id": "0d7e4b31-ben",
                     *               "name": "Ben Approver",
                     *               "email": "ben@example.com"
                     *             },
                     *             "afterEntry": 41
                     *           },
                     *           "postMortemId": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *           "sequence": 1,
                     *           "previousHash": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65",
                     *           "hash": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Looks at the record, in the order of their chain */
                        looks: components["schemas"]["AuditEntry"][];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    verifyEvents: {
        parameters: {
            query?: {
                /** @description `next` of the page before, as it came */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found; of a long record page by page */
            200: {
                headers: {
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "done",
                     *       "isWhole": true,
                     *       "entries": 41,
                     *       "head": {
                     *         "sequence": 41,
                     *         "lastHash": "9f86d081884c7d659f86d081884c7d659f86d081884c7d659f86d081884c7d65"
                     *       },
                     *       "findings": []
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description `under way`: no verdict yet; ask for `next` until it is `done`
                         * @enum {string}
                         */
                        state: "under way" | "done";
                        /** @description Verdict on the whole: the chains are whole, the head matches, the state is the replay. Missing while under way */
                        isWhole?: boolean;
                        /** @description How many entries of the log were read: at the end, all that it has */
                        entries: number;
                        /** @description To be held against the anchors; missing while under way */
                        head?: {
                            /** @description Place of the last entry in the log, as the head of the record says */
                            sequence: number;
                            /** @description Hash of the last entry, as the head of the record says */
                            lastHash: string;
                        };
                        /** @description What is wrong; empty when nothing is */
                        findings: {
                            /**
                             * @description What does not fit
                             * @enum {string}
                             */
                            kind: "missing record" | "broken chain" | "head" | "anchor" | "state" | "unreadable";
                            /** @description Where it was found */
                            where: string;
                            /** @description What is wrong there */
                            what: string;
                        }[];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            409: components["responses"]["409"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readChanges: {
        parameters: {
            query?: {
                /** @description The revision that was read */
                from?: number;
                /** @description Without it: as the record is now */
                to?: number;
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, by path; what was changed and changed back is not in it */
            200: {
                headers: {
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": 3,
                     *       "to": 5,
                     *       "changes": [
                     *         {
                     *           "path": "sections.impact.usersAffected",
                     *           "before": 2,
                     *           "after": 3,
                     *           "hands": [
                     *             {
                     *               "by": {
                     *                 "kind": "person",
                     *                 "id": "6f1c2a90-anna",
                     *                 "name": "Anna Analyst",
                     *                 "email": "anna@example.com"
                     *               },
                     *               "at": "2026-11-21T09:12:00.000Z",
                     *               "revision": 5
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description The older of the two revisions */
                        from: number;
                        /** @description The newer of the two revisions */
                        to: number;
                        /** @description Fields that differ, by path */
                        changes: {
                            /** @description Place in the record, with dots */
                            path: string;
                            /** @description What stood there at `from`; missing where it is new */
                            before?: unknown;
                            /** @description What stands there at `to`; missing where it is gone */
                            after?: unknown;
                            /** @description Who changed it in between, each once with their last change, the last first */
                            hands: {
                                /** @description Who changed it */
                                by: components["schemas"]["Person"] | {
                                    /**
                                     * @description `system`: Holdfast itself; `machine`: a program with credentials of its own
                                     * @constant
                                     */
                                    kind: "machine";
                                    /** @description Id of the client, or name of the function of Holdfast */
                                    id: string;
                                    /** @description Name of the program in the configuration. Absent in older logs */
                                    name?: string;
                                    /** @description E-mail address of the person who answered for the program when it wrote */
                                    owner?: string;
                                } | {
                                    /**
                                     * @description `system`: Holdfast itself; `machine`: a program with credentials of its own
                                     * @constant
                                     */
                                    kind: "system";
                                    /** @description Id of the client, or name of the function of Holdfast */
                                    id: string;
                                };
                                /**
                                 * Format: date-time
                                 * @description When they changed it last
                                 */
                                at: string;
                                /** @description Revision of their last change */
                                revision: number;
                            }[];
                        }[];
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            422: components["responses"]["422"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    exportRecord: {
        parameters: {
            query?: {
                /** @description `json`: to import elsewhere; `markdown`: to paste; `html`: to read and print */
                format?: "json" | "markdown" | "html" | "veris";
                /** @description `true`: with a chapter of the comments, in Markdown and HTML; the portable file has none */
                comments?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
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
                        /**
                         * @description Name and version of the format
                         * @constant
                         */
                        format: "holdfast.post-mortem/1";
                        /** @description Id of the record, a ULID */
                        id: string;
                        /** @description Title of the incident */
                        title: string;
                    } & {
                        [key: string]: unknown;
                    };
                    "text/markdown": string;
                    "text/html": string;
                };
            };
            /** @description It is over 3 MB: where to download it, for five minutes */
            303: {
                headers: {
                    /** @description Where it is, for some minutes */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description For whoever has it, without a token */
                        url: string;
                        /**
                         * Format: date-time
                         * @description When the link ends
                         */
                        expiresAt: string;
                        /** @description Name of the file */
                        name: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readRecordPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the record, a ULID */
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
            /** @description It is over 3 MB: where to download it, for five minutes */
            303: {
                headers: {
                    /** @description Where it is, for some minutes */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description For whoever has it, without a token */
                        url: string;
                        /**
                         * Format: date-time
                         * @description When the link ends
                         */
                        expiresAt: string;
                        /** @description Name of the file */
                        name: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    importRecord: {
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
                 *       "format": "csv",
                 *       "record": {
                 *         "id": "IR-2023-004",
                 *         "title": "Laptop lost on a train",
                 *         "severity": "low",
                 *         "beganAt": "2023-05-11",
                 *         "endedAt": "2023-06-01"
                 *       }
                 *     }
                 */
                "application/json": {
                    /**
                     * @description What the record is written in: `json`, our own (docs/import-export.md); `csv`, one row of a table, by its columns; `veris`, an incident in VERIS
                     * @enum {string}
                     */
                    format: "json" | "csv" | "veris";
                    /** @description The record as it stands in the file */
                    record: {
                        [key: string]: unknown;
                    };
                    /**
                     * @description What the record ends with; missing: as it says itself, and what was approved elsewhere is closed
                     * @enum {string}
                     */
                    status?: "open" | "closed";
                    /** @description True when everything is to be looked at, and nothing written */
                    isRehearsal?: boolean;
                };
            };
        };
        responses: {
            /** @description What became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "imported",
                     *       "postMortemId": "01KAH2M9Q4X7R3T5V8W1Y6ZC0D",
                     *       "completeness": 72
                     *     }
                     */
                    "application/json": {
                        /**
                         * @description What became of it
                         * @enum {string}
                         */
                        outcome: "imported" | "there already" | "would be imported";
                        /** @description Id of the record */
                        postMortemId?: string;
                        /** @description Share of the requirements of its template that it meets, 0 to 100 */
                        completeness: number;
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
    findTechniques: {
        parameters: {
            query?: {
                /** @description How many at most; a page may be shorter and not the last */
                limit?: number;
                /** @description `next` of the page before, as it came */
                cursor?: string;
                /** @description The beginning of an id, or words, all of which the name has; without it, all techniques */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of techniques */
            200: {
                headers: {
                    /** @description The next page, RFC 8288: `<?limit=50&cursor=…>; rel="next"`, to be read from the address that was called. Absent on the last page */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "techniques": [
                     *         {
                     *           "id": "T1566.002",
                     *           "name": "Phishing: Spearphishing Link",
                     *           "tactics": [
                     *             {
                     *               "id": "TA0001",
                     *               "name": "Initial Access"
                     *             }
                     *           ],
                     *           "isRetired": false
                     *         }
                     *       ],
                     *       "attackVersion": "18.1"
                     *     }
                     */
                    "application/json": {
                        /** @description In the order of their ids */
                        techniques: {
                            /** @description ATT&CK id, such as T1566 or T1566.002 */
                            id: string;
                            /** @description Of a sub-technique with its technique before it, as on the pages of MITRE */
                            name: string;
                            /** @description What it serves: TA0001 Initial Access */
                            tactics: {
                                /** @description Id, a ULID: 26 characters that sort by time */
                                id: string;
                                /** @description Name of the tactic */
                                name: string;
                            }[];
                            /** @description MITRE took it back */
                            isRetired: boolean;
                            /** @description What took its place; it follows its successors to the last */
                            replacedBy?: string;
                        }[];
                        /** @description The version of ATT&CK that this installation knows, such as 18.1 */
                        attackVersion: string;
                        /** @description For `cursor`; missing on the last page */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readTechnique: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id, such as T1566.002 */
                technique: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The technique */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "T1566.002",
                     *       "name": "Phishing: Spearphishing Link",
                     *       "tactics": [
                     *         {
                     *           "id": "TA0001",
                     *           "name": "Initial Access"
                     *         }
                     *       ],
                     *       "isRetired": false,
                     *       "attackVersion": "18.1",
                     *       "d3fendVersion": "1.2.0",
                     *       "countermeasures": [
                     *         {
                     *           "mitigation": "M1017",
                     *           "name": "User Training",
                     *           "d3fend": []
                     *         }
                     *       ],
                     *       "about": "Suggestions: whether they help here is for you to say."
                     *     }
                     */
                    "application/json": {
                        /** @description Id, a ULID: 26 characters that sort by time */
                        id: string;
                        /** @description Of a sub-technique with its technique before it, as on the pages of MITRE */
                        name: string;
                        /** @description What it serves: TA0001 Initial Access */
                        tactics: {
                            /** @description Id, a ULID: 26 characters that sort by time */
                            id: string;
                            /** @description Name of the tactic */
                            name: string;
                        }[];
                        /** @description MITRE took it back */
                        isRetired: boolean;
                        /** @description What took its place */
                        replacedBy?: {
                            /** @description Id, a ULID: 26 characters that sort by time */
                            id: string;
                            /** @description Its name */
                            name: string;
                        };
                        /** @description The version of ATT&CK that this installation knows, such as 18.1 */
                        attackVersion: string;
                        /** @description The version of D3FEND that this installation knows, such as 1.2.0 */
                        d3fendVersion: string;
                        /** @description What MITRE names against it, or against what took its place */
                        countermeasures: {
                            /** @description Mitigation of ATT&CK, such as M1032 */
                            mitigation: string;
                            /** @description Its name */
                            name: string;
                            /** @description Defensive techniques that D3FEND relates to the mitigation: D3-MFA */
                            d3fend: {
                                /** @description Id, a ULID: 26 characters that sort by time */
                                id: string;
                                /** @description Name of the defensive technique */
                                name: string;
                            }[];
                        }[];
                        /** @description How sure the countermeasures are, in words to show beside them */
                        about: string;
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            404: components["responses"]["404"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    suggestCountermeasures: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what is there already: 304 while it is the same */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Id of the record, a ULID */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Suggestions; the ETag is that of the record */
            200: {
                headers: {
                    /** @description The version, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "attackVersion": "18.1",
                     *       "d3fendVersion": "1.2.0",
                     *       "suggestions": [
                     *         {
                     *           "mitigation": "M1032",
                     *           "name": "Multi-factor Authentication",
                     *           "against": [
                     *             {
                     *               "id": "T1078",
                     *               "name": "Valid Accounts"
                     *             }
                     *           ],
                     *           "d3fend": [
                     *             {
                     *               "id": "D3-MFA",
                     *               "name": "Multi-factor Authentication",
                     *               "isNamed": false
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "about": "Suggestions."
                     *     }
                     */
                    "application/json": {
                        /** @description The version of ATT&CK that this installation knows, such as 18.1 */
                        attackVersion: string;
                        /** @description The version of D3FEND that this installation knows, such as 1.2.0 */
                        d3fendVersion: string;
                        /** @description What to recommend, perhaps; what meets most techniques of the record comes first */
                        suggestions: {
                            /** @description Mitigation of ATT&CK, such as M1032 */
                            mitigation: string;
                            /** @description Its name */
                            name: string;
                            /** @description Techniques of the record that MITRE names it for */
                            against: {
                                /** @description Id, a ULID: 26 characters that sort by time */
                                id: string;
                                /** @description Name of the technique */
                                name: string;
                            }[];
                            /** @description Defensive techniques that D3FEND relates to the mitigation: D3-MFA */
                            d3fend: {
                                /** @description Id, a ULID: 26 characters that sort by time */
                                id: string;
                                /** @description Name of the defensive technique */
                                name: string;
                                /** @description A recommendation of the record that is not declined has it in its `d3fend` */
                                isNamed: boolean;
                            }[];
                        }[];
                        /** @description How sure the suggestions are, in words to show beside them */
                        about: string;
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
            429: components["responses"]["429"];
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
                    /**
                     * @example {
                     *       "author": {
                     *         "kind": "person",
                     *         "id": "6f1c2a90-anna",
                     *         "name": "Anna Analyst",
                     *         "email": "anna@example.com"
                     *       },
                     *       "roles": [
                     *         "analyst"
                     *       ],
                     *       "teams": [
                     *         "security operations"
                     *       ],
                     *       "actions": [
                     *         {
                     *           "action": "write records",
                     *           "upTo": "AMBER+STRICT",
                     *           "beyondIfInvolved": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description As what the caller writes, and is compared by where four eyes are wanted */
                        author: components["schemas"]["Author"];
                        /** @description Roles of the caller */
                        roles: ("analyst" | "approver" | "auditor" | "admin" | "machine" | "machine reader")[];
                        /** @description Teams of the directory that the caller owns, leads or heads, by e-mail address */
                        teams: string[];
                        /** @description What the roles may do */
                        actions: {
                            /**
                             * @description Name of the action, as in the description of each operation
                             * @enum {string}
                             */
                            action: "read records" | "open records" | "write records" | "classify records" | "submit records" | "judge records" | "waive records" | "merge records" | "accept risks" | "attest fixes" | "confirm lessons" | "check fixes" | "cancel remediations" | "open evidence" | "export records" | "import records" | "read reports" | "make reports";
                            /**
                             * @description The highest mark of records, in the order CLEAR, GREEN, AMBER, AMBER+STRICT, RED
                             * @enum {string}
                             */
                            upTo: "CLEAR" | "GREEN" | "AMBER" | "AMBER+STRICT" | "RED";
                            /** @description True when it goes past that mark for authors and the team of the review */
                            beyondIfInvolved: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readVocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "teams": [
                     *         "identity",
                     *         "messaging"
                     *       ],
                     *       "categories": [
                     *         "phishing",
                     *         "malware"
                     *       ],
                     *       "sources": [
                     *         "mail-simulation",
                     *         "waf-test"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description Teams of the directory; none where every name is taken */
                        teams: string[];
                        /** @description Categories of incidents */
                        categories: string[];
                        /** @description Sources of evidence that may decide about a fix; none where a program may speak for every one */
                        sources: string[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "settings": [
                     *         {
                     *           "path": "postMortem.dueWithin.critical",
                     *           "value": "P5D",
                     *           "isDefault": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description What is told of the file, by chapter. Of teams, programs and sources of evidence the names; no addresses of people, accounts or functions */
                        settings: {
                            /** @description Its place in holdfast.config.ts */
                            path: string;
                            /** @description What it is set to; a list with nothing in it is one of which none are configured */
                            value: string | number | boolean | string[] | null;
                            /** @description True when it is what Holdfast takes where the file says nothing */
                            isDefault: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
    readExamination: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description When it last looked, and where problems are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ranByItself": {
                     *         "at": "2026-12-06T06:00:00.000Z",
                     *         "occasion": "schedule"
                     *       },
                     *       "systems": [
                     *         {
                     *           "system": "jira",
                     *           "known": 12,
                     *           "isUnseen": false,
                     *           "problems": 1,
                     *           "drifted": 1,
                     *           "since": "2026-12-05T06:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @description When the doctor last looked by itself; missing before the first time */
                        ranByItself?: {
                            /**
                             * Format: date-time
                             * @description When it looked
                             */
                            at: string;
                            /**
                             * @description Why it looked: after a deployment, or on its schedule
                             * @enum {string}
                             */
                            occasion: "deployment" | "schedule";
                        };
                        /** @description The systems that were looked at */
                        systems: {
                            /** @description Name of the system */
                            system: string;
                            /** @description How many things of it were looked at to their end at least once, and are still configured; at most 1,000 of all systems */
                            known: number;
                            /** @description True when the newest look could not see everything of it: what is known is of before */
                            isUnseen: boolean;
                            /** @description How many problems are known of it */
                            problems: number;
                            /** @description How many of them came by themselves, after the last deployment */
                            drifted: number;
                            /**
                             * Format: date-time
                             * @description Since when the oldest of its problems is known; missing where there is none
                             */
                            since?: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["400"];
            401: components["responses"]["401"];
            403: components["responses"]["403"];
            429: components["responses"]["429"];
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
            429: components["responses"]["429"];
            500: components["responses"]["500"];
        };
    };
}
