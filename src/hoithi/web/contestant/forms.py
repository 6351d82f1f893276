"""The entry form as the rulebook asks it: fields as data that one template draws."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from hoithi.core.entering.answers import (
    FieldProblem,
    asked_fields,
    asks_birth,
    guardian_fields,
)
from hoithi.core.entering.belonging import OfferedUnit, groups_to_ask
from hoithi.core.rulebook.entry import Asked, Group, IdentityField, IdentityKind
from hoithi.core.vietnamese.personal_numbers import Sex
from hoithi.entries import queries
from hoithi.entries.facts import Door
from hoithi.wording.entries import field_words, problem_sentence, standing_words

LISTED_UNITS = 25
"""Up to so many units are one list to choose from; more are found by typing."""

_OLDEST = 120
_KINDS = IdentityKind
_MODES = {
    _KINDS.BIRTH_YEAR: ("numeric", "bday-year"),
    _KINDS.BIRTH_DATE: ("numeric", "bday"),
    _KINDS.PHONE: ("tel", "tel-national"),
    _KINDS.GUARDIAN_PHONE: ("tel", "off"),
    _KINDS.EMAIL: ("email", "email"),
    _KINDS.PERSONAL_NUMBER: ("numeric", "off"),
    _KINDS.GUARDIAN_NUMBER: ("numeric", "off"),
    _KINDS.OLD_IDENTITY_CARD: ("numeric", "off"),
    _KINDS.FULL_NAME: ("text", "name"),
    _KINDS.ADDRESS: ("text", "street-address"),
    _KINDS.EMPLOYER: ("text", "organization"),
    _KINDS.POST: ("text", "organization-title"),
}


@dataclass(frozen=True)
class Option:
    """One of several answers."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True)
class Field:
    """A field as the template draws it."""

    name: str
    label: str
    help: str = ""
    value: str = ""
    error: str = ""
    required: bool = True
    mode: str = "text"
    complete: str = "off"
    options: tuple[Option, ...] = ()
    extra: str = ""
    """`units`: typed and found; its text is in `typed`."""
    typed: str = ""

    @property
    def described_by(self) -> str:
        """The ids of help and error, for those who listen to the page."""
        ids = [f"{self.name}-help"] * bool(self.help) + [f"{self.name}-error"] * bool(self.error)
        return " ".join(ids)


@dataclass(frozen=True)
class Form:
    """The whole form; the guardian's part is shown once it is needed."""

    fields: tuple[Field, ...]
    guardian: tuple[Field, ...]
    consented: bool
    consent_error: str
    guardian_error: str
    needs_guardian: bool
    states_age: bool
    """Whether the consent itself must state the age, since no birth is asked."""
    errors: tuple[Field, ...]
    """Everything wrong, consents included, in the order of the page."""

    @property
    def summary(self) -> str:
        """How many places are to be looked at: as many as are listed; empty where none is."""
        if not self.errors:
            return ""
        facts = {"count": len(self.errors)}
        told = _("Chưa đăng ký được. Có %(count)s mục cần xem lại, được ghi rõ bên dưới.")
        return told % facts


def entry_form(
    door: Door, answers: Mapping[str, str], problems: Iterable[FieldProblem] = ()
) -> Form:
    """The form with what was typed and what is wrong with it."""
    fields = [_identity(one, answers) for one in asked_fields(door.entry)]
    fields += _belonging(door, answers)
    shown = {one.name for one in fields}
    wrong = {_place(one.field, door, shown): problem_sentence(one) for one in reversed([*problems])}
    if door.entry.password:
        fields.append(Field("password", _("Mật khẩu cuộc thi"), _("Do đơn vị thông báo.")))
    guardian = [_identity(one, answers) for one in guardian_fields(door.entry)]
    marked = [replace(one, error=wrong.get(one.name, "")) for one in fields]
    of_guardian = [replace(one, error=wrong.get(one.name, "")) for one in guardian]
    consents = [
        Field("guardian_consent", _("Cha, mẹ hoặc người giám hộ đồng ý")),
        Field("consent", _("Đồng ý sử dụng thông tin")),
    ]
    told = [replace(one, error=wrong.get(one.name, "")) for one in consents]
    errors = tuple(one for one in (*marked, *of_guardian, *told) if one.error)
    return Form(
        fields=tuple(marked),
        guardian=tuple(of_guardian),
        consented=answers.get("consent") == "yes",
        consent_error=wrong.get("consent", ""),
        guardian_error=wrong.get("guardian_consent", ""),
        needs_guardian=any(name.startswith("guardian_") for name in wrong)
        or any(one.value for one in guardian),
        states_age=bool(door.entry.consent_under) and not asks_birth(door.entry),
        errors=errors,
    )


def return_fields(door: Door, answers: Mapping[str, str]) -> tuple[Field, ...]:
    """The fields by which somebody returns: those that make one person of the contest."""
    asked = {one.kind: one for one in door.entry.fields}
    keys = [asked.get(kind, IdentityField(kind=kind)) for kind in door.entry.key]
    return tuple(_identity(one, answers) for one in keys)


def _place(field: str, door: Door, shown: Collection[str]) -> str:
    """Problems of age stand at the field that asks for the birth; those of a group that is not
    asked stand where it is told from: at the unit, else at the birth."""
    if field == "group" and field not in shown:
        field = "unit" if "unit" in shown else "birth"
    if field != "birth":
        return field
    kinds = [one.kind for one in asked_fields(door.entry)]
    return _KINDS.BIRTH_DATE if _KINDS.BIRTH_DATE in kinds else _KINDS.BIRTH_YEAR


def _identity(field: IdentityField, answers: Mapping[str, str]) -> Field:
    words = field_words(field)
    mode, complete = _MODES.get(field.kind, ("text", "off"))
    value = answers.get(field.kind, "")
    options: tuple[Option, ...] = ()
    if field.kind is _KINDS.SEX:
        names = {Sex.MALE: _("Nam"), Sex.FEMALE: _("Nữ")}
        options = tuple(Option(sex, name, chosen=value == sex) for sex, name in names.items())
    return Field(
        name=field.kind,
        label=words.label,
        help=words.help,
        value=value,
        required=field.asked is Asked.REQUIRED,
        mode=mode,
        complete=complete,
        options=options,
    )


def _belonging(door: Door, answers: Mapping[str, str]) -> list[Field]:
    fields = []
    rule = door.entry.unit
    if rule is not None:
        fields.append(_unit(door, answers))
        if len(rule.standings) > 1:
            chosen = answers.get("standing", "")
            options = tuple(
                Option(s, standing_words(s), chosen=s == chosen) for s in rule.standings
            )
            label = _("Dự thi cho đơn vị này vì đó là")
            fields.append(Field("standing", label, value=chosen, options=options))
    groups = groups_to_ask(door.groups, _kinds_of_unit(door, answers), _ages(door))
    if groups:
        fields.append(_group(groups, answers, always=_always_asked(door)))
    return fields


def _group(groups: Iterable[Group], answers: Mapping[str, str], *, always: bool) -> Field:
    chosen = answers.get("group", "")
    options = tuple(Option(g.key, g.title, chosen=g.key == chosen) for g in groups)
    told = "" if always else _("Không cần chọn nếu đơn vị dự thi chỉ thuộc một nhóm.")
    return Field("group", _("Nhóm đối tượng"), told, value=chosen, options=options, required=always)


def _kinds_of_unit(door: Door, answers: Mapping[str, str]) -> set[str | None]:
    """The kind of the chosen unit, else every kind that may be chosen; none for no unit."""
    if door.entry.unit is None:
        return {None}
    chosen = _chosen_unit(door, answers)
    if chosen is not None:
        return {chosen.kind}
    kinds: set[str | None] = {unit.kind for unit in door.units.values()}
    return kinds | {None} if door.entry.unit.may_have_none else kinds


def _ages(door: Door) -> Iterable[range | None]:
    """What the form tells of an age: one year by the date of birth, two by its year, or nothing."""
    asked = {one.kind for one in asked_fields(door.entry)}
    if not asks_birth(door.entry):
        return [None]
    years = 1 if _KINDS.BIRTH_DATE in asked else 2
    return [range(age, age + years) for age in range(_OLDEST)]


def _always_asked(door: Door) -> bool:
    """Whether everybody has to choose, whatever the unit."""
    kinds = _kinds_of_unit(door, {})
    return all(groups_to_ask(door.groups, [kind], [None]) for kind in kinds)


def _chosen_unit(door: Door, answers: Mapping[str, str]) -> OfferedUnit | None:
    text = answers.get("unit", "")
    return door.units.get(int(text)) if text.isascii() and text.isdecimal() else None


def _unit(door: Door, answers: Mapping[str, str]) -> Field:
    rule, typed = door.entry.unit, answers.get("unit_text", "")
    chosen = _chosen_unit(door, answers)
    field = Field(
        name="unit",
        label=_("Đăng ký dự thi cho đơn vị"),
        help=(rule.explanation if rule else None) or "",
        value=str(chosen.id) if chosen else "",
        required=not (rule and rule.may_have_none),
        typed=chosen.name if chosen else typed,
    )
    if len(door.units) <= LISTED_UNITS:
        return replace(field, extra="list", options=_options(door, door.units.values(), chosen))
    found = queries.search_units(door, typed) if typed and not chosen else ()
    return replace(field, extra="units", options=_options(door, found, chosen))


def _options(
    door: Door, units: Iterable[OfferedUnit], chosen: OfferedUnit | None
) -> tuple[Option, ...]:
    """Units with the name of the one above where two of the offered ones are called alike."""
    named: dict[str, int] = {}
    for unit in door.units.values():
        named[unit.name] = named.get(unit.name, 0) + 1
    return tuple(
        Option(
            str(unit.id),
            f"{unit.name} ({unit.under})" if named[unit.name] > 1 and unit.under else unit.name,
            chosen=unit == chosen,
        )
        for unit in units
    )


def with_typed_unit(door: Door, answers: Mapping[str, str]) -> dict[str, str]:
    """Without scripts a unit is typed as text: the only one of that name is meant."""
    typed = answers.get("unit_text", "")
    if answers.get("unit") or not typed:
        return dict(answers)
    found = queries.search_units(door, typed, limit=2)
    return {**answers, "unit": str(found[0].id)} if len(found) == 1 else dict(answers)
