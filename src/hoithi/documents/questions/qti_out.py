"""Questions as a QTI 2.2 package: an item each, their media, and a manifest with their notes."""

import io
import zipfile
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from hoithi.core.questions.records import MediaKind
from hoithi.documents.questions.moodle_out import legal
from hoithi.documents.questions.notes import MARK, Outgoing, note_of
from hoithi.documents.questions.qti import read_item
from hoithi.documents.questions.qti_package import MANIFEST
from hoithi.documents.questions.qti_places import put_place, xhtml
from hoithi.documents.questions.qti_questions import question_of

_ITEM = "http://www.imsglobal.org/xsd/imsqti_v2p2"
_CONTENT = "http://www.imsglobal.org/xsd/imscp_v1p1"
_TYPE = "imsqti_item_xmlv2p2"
_SENT = (1980, 1, 1, 0, 0, 0)
"""The same questions make the same bytes."""
_MEDIA_TYPES = {"mp3": "audio/mpeg", "ogg": "audio/ogg", "mp4": "video/mp4", "webm": "video/webm"}
_USUAL_TYPES = {MediaKind.AUDIO: "audio/mpeg", MediaKind.VIDEO: "video/mp4"}
_MARKINGS = "http://www.imsglobal.org/question/qti_v2p2/rptemplates"


def qti_file(title: str, questions: Sequence[Outgoing]) -> bytes:
    """The package; `read_package` reads the same questions from it."""
    manifest = ET.Element("manifest", {"xmlns": _CONTENT, "identifier": MARK})
    metadata = ET.SubElement(manifest, "metadata")
    ET.SubElement(metadata, "schema").text = "QTIv2.2 Package"
    ET.SubElement(metadata, "schemaversion").text = "1.0.0"
    manifest.append(ET.Comment(legal(title).replace("-", "–")))
    ET.SubElement(manifest, "organizations")
    resources = ET.SubElement(manifest, "resources")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, one in enumerate(questions, start=1):
            _put(archive, resources, one, f"Q{number:04d}")
        ET.indent(manifest)
        _write(archive, MANIFEST, _bytes(manifest))
    return target.getvalue()


def _put(
    archive: zipfile.ZipFile, resources: ET.Element, question: Outgoing, identifier: str
) -> None:
    data, href = _bytes(_item(question, identifier)), f"items/{identifier}.xml"
    told = {"identifier": identifier, "type": _TYPE, "href": href}
    resource = ET.SubElement(resources, "resource", told)
    metadata = ET.SubElement(resource, "metadata")
    note = ET.SubElement(metadata, MARK, {"xmlns": f"urn:{MARK}"})
    note.text = legal(note_of(question, question_of(read_item(data))))
    ET.SubElement(resource, "file", href=href)
    _write(archive, href, data)
    for place, file in enumerate(question.files):
        name = _media_name(identifier, place, file.name)
        ET.SubElement(resource, "file", href=name)
        _write(archive, name, file.data)


def _media_name(identifier: str, place: int, name: str) -> str:
    ending = name.rpartition(".")[2]
    is_plain = ending.isascii() and ending.isalnum() and len(ending) < len("docx?")
    return f"media/{identifier}-{place + 1}.{ending.lower() if is_plain else 'bin'}"


def _item(question: Outgoing, identifier: str) -> ET.Element:
    told = {"xmlns": _ITEM, "identifier": identifier, "title": legal(question.code) or identifier}
    item = ET.Element("assessmentItem", told | {"adaptive": "false", "timeDependent": "false"})
    response = ET.SubElement(item, "responseDeclaration", identifier="RESPONSE")
    ET.SubElement(
        item, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float"
    )
    body = ET.SubElement(item, "itemBody")
    body.append(xhtml("p", question.text.stem))
    sent = {file.name: place for place, file in enumerate(question.files)}
    for one in question.text.media:
        if one.name in sent:
            source = f"../{_media_name(identifier, sent[one.name], one.name)}"
            _show(body, one.kind, source, legal(one.description))
    put_place(response, body, question.text, question.answer)
    if response.find("correctResponse") is not None:
        by = "match_correct" if response.find("mapping") is None else "map_response"
        ET.SubElement(item, "responseProcessing", template=f"{_MARKINGS}/{by}")
    return item


def _show(body: ET.Element, kind: MediaKind, source: str, about: str) -> None:
    holder = ET.SubElement(body, "p")
    if kind is MediaKind.IMAGE:
        ET.SubElement(holder, "img", src=source, alt=about)
        return
    told = _MEDIA_TYPES.get(source.rpartition(".")[2], _USUAL_TYPES[kind])
    shown = ET.SubElement(holder, "object", data=source, type=told)
    shown.text = about


def _bytes(element: ET.Element) -> bytes:
    return bytes(ET.tostring(element, "utf-8", xml_declaration=True))


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _SENT), data, zipfile.ZIP_DEFLATED)
