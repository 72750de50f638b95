"""Serves the emulator as if it stood behind a proxy that ends TLS.

The CDK's asset bucket, our report bucket and our queues deny requests without TLS. On loopback there is none, so an emulator that
enforces policies would refuse its own deployment. The header below is what a load balancer tells a server behind it; with it
"aws:SecureTransport" is true, and every other statement of every policy is evaluated as it stands.

Three more things are mended:
- In AWS there is no action "sqs:SendMessageBatch". A batch is allowed by "sqs:SendMessage":
  https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
- A renewed token names the groups of its person, as the first one does:
  https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
- The sign-in pages revoke refresh tokens:
  https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html
"""

from urllib.parse import parse_qs

from ministack import app as emulator
from ministack.core import iam_actions
from ministack.services import cognito

ACTION_OF_CALL = {"sqs:SendMessageBatch": "sqs:SendMessage"}


def with_actions_of_aws(action_of):
    def action(*call, **options):
        named = action_of(*call, **options)
        return ACTION_OF_CALL.get(named, named)

    return action


iam_actions.extract_iam_action = with_actions_of_aws(iam_actions.extract_iam_action)


def with_groups(fake_token):
    def token(sub, pool_id, client_id, token_type="access", username="", user_attrs=None, groups=None, **more):
        if not groups:
            pool = cognito._get_pool_unscoped(pool_id) or {}
            groups = pool.get("_users", {}).get(username, {}).get("_groups", [])
        return fake_token(sub, pool_id, client_id, token_type, username, user_attrs, groups, **more)

    return token


cognito._fake_token = with_groups(cognito._fake_token)


def with_revocation(handle_request):
    async def handle(method, path, headers, body, query_params):
        if method != "POST" or path != "/oauth2/revoke":
            return await handle_request(method, path, headers, body, query_params)
        form = {name: values[0] for name, values in parse_qs(body.decode("utf-8", errors="replace")).items()}
        cognito._revoke_token({"Token": form.get("token", ""), "ClientId": form.get("client_id", "")})
        return 200, {"Content-Type": "application/json"}, b""

    return handle


cognito.handle_request = with_revocation(cognito.handle_request)


def behind_tls(application):
    async def forwarded(scope, receive, send):
        if scope["type"] == "http":
            scope = {**scope, "headers": [*scope["headers"], (b"x-forwarded-proto", b"https")]}
        await application(scope, receive, send)

    return forwarded


emulator.app = behind_tls(emulator.app)
emulator.main()
