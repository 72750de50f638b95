"""Serves the emulator as if it stood behind a proxy that ends TLS.

The CDK's asset bucket, our report bucket and our queues deny requests without TLS. On loopback there is none, so an emulator that
enforces policies would refuse its own deployment. The header below is what a load balancer tells a server behind it; with it
"aws:SecureTransport" is true, and every other statement of every policy is evaluated as it stands.

One more thing is mended: in AWS there is no action "sqs:SendMessageBatch". A batch is allowed by "sqs:SendMessage":
https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
"""

from ministack import app as emulator
from ministack.core import iam_actions

ACTION_OF_CALL = {"sqs:SendMessageBatch": "sqs:SendMessage"}


def with_actions_of_aws(action_of):
    def action(*call, **options):
        named = action_of(*call, **options)
        return ACTION_OF_CALL.get(named, named)

    return action


iam_actions.extract_iam_action = with_actions_of_aws(iam_actions.extract_iam_action)


def behind_tls(application):
    async def forwarded(scope, receive, send):
        if scope["type"] == "http":
            scope = {**scope, "headers": [*scope["headers"], (b"x-forwarded-proto", b"https")]}
        await application(scope, receive, send)

    return forwarded


emulator.app = behind_tls(emulator.app)
emulator.main()
