"""Serves the emulator as if it stood behind a proxy that ends TLS.

The CDK's asset bucket, our report bucket and our queues deny requests without TLS. On loopback there is none, so an emulator that
enforces policies would refuse its own deployment. The header below is what a load balancer tells a server behind it; with it
"aws:SecureTransport" is true, and every other statement of every policy is evaluated as it stands.
"""

from ministack import app as emulator


def behind_tls(application):
    async def forwarded(scope, receive, send):
        if scope["type"] == "http":
            scope = {**scope, "headers": [*scope["headers"], (b"x-forwarded-proto", b"https")]}
        await application(scope, receive, send)

    return forwarded


emulator.app = behind_tls(emulator.app)
emulator.main()
