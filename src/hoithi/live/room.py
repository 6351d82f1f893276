"""The exam room as an ASGI application: its addresses, and what is said when there is none."""

from hoithi.kit.asgi import Receive, Scope, Send, answer


class Room:
    """Answers everything under /room/."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        del receive
        await answer(send, 404, b"{}", head=scope["method"] == "HEAD")

    async def close(self) -> None:
        """Answers what was received, then stops."""
