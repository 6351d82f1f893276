"""What a page must still hold after a form on it was refused."""

from django.http import HttpResponse


def told_again(answer: HttpResponse, *parts: str) -> bool:
    """The same page again, inside its desk, with all of these words; nothing was taken (422)."""
    page = answer.content.decode()
    left = [one for one in (*parts, 'role="alert"', "Mục làm việc") if one not in page]
    assert (answer.status_code, left) == (422, [])
    return True
