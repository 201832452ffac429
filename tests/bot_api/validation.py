"""Whether a call's parameters, or an object of ours, are what the schema says, recursively."""

import json
import re
from collections.abc import Callable, Mapping, Sequence

from tests.bot_api.decoding import Raw, Upload
from tests.bot_api.refusals import Refusal, bad_request
from tests.bot_api.rules import RULES
from tests.bot_api.schema import Field, Json, Limit, Shape, schema

_BOOLEANS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
_INTEGER = re.compile(r"-?\d{1,19}")
_INTEGER_BOUND = 2**63
_ATTACHED = "attach://"


def read_parameters(method: Shape, raw: Raw) -> Json:
    """Turn a call's raw parameters into values; whatever the schema doesn't name is refused."""
    attached = _attached_names(raw)
    if unknown := sorted(raw.keys() - method.fields.keys() - attached):
        raise bad_request(f"{method.name} has no parameter {', '.join(unknown)}")
    if missing := [name for name, one in method.fields.items() if one.required and name not in raw]:
        raise bad_request(f"{method.name} needs the parameter {', '.join(missing)}")
    return {
        name: _read(method.fields[name], _resolved(value, raw), f"{method.name}.{name}")
        for name, value in raw.items()
        if name in method.fields
    }


def check_value(value: object, types: Sequence[str], where: str) -> None:
    """Refuse a JSON value that is of none of the types; of several refusals the most fitting is told."""
    refusals: list[tuple[int, Refusal]] = []
    for type_name in types:
        try:
            _check_one(value, type_name, where)
        except Refusal as refusal:
            refusals.append((_misfits(value, type_name), refusal))
        else:
            return
    raise min(refusals, key=lambda pair: pair[0])[1]


def check_length(text: str, limit: Limit, where: str) -> None:
    length = len(text.encode()) if limit.unit == "bytes" else utf16_length(text)
    if not limit.low <= length <= limit.high:
        raise bad_request(f"{where} must be {limit.low}-{limit.high} {limit.unit} long, is {length}")


def utf16_length(text: str) -> int:
    """Count as Telegram counts offsets: characters beyond the basic plane are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _attached_names(raw: Raw) -> set[str]:
    texts = [value for value in raw.values() if isinstance(value, str)]
    return {value.removeprefix(_ATTACHED) for value in texts if value.startswith(_ATTACHED)}


def _resolved(value: str | Upload, raw: Raw) -> str | Upload:
    if isinstance(value, Upload) or not value.startswith(_ATTACHED):
        return value
    upload = raw.get(value.removeprefix(_ATTACHED))
    return upload if isinstance(upload, Upload) else value


def _read(field: Field, raw: str | Upload, where: str) -> object:
    value = _upload_for(field, raw, where) if isinstance(raw, Upload) else _typed(field, raw, where)
    _check_field(field, value, where)
    return value


def _upload_for(field: Field, upload: Upload, where: str) -> Upload:
    if not field.is_a("InputFile"):
        raise bad_request(f"{where} takes no file")
    return upload


def _typed(field: Field, raw: str, where: str) -> object:
    """Read a form's text as the first of the field's types that it fits."""
    if field.is_a("Integer") and _INTEGER.fullmatch(raw):
        return int(raw)
    if field.is_a("String"):
        return raw
    if field.is_a("Boolean") and raw.lower() in _BOOLEANS:
        return _BOOLEANS[raw.lower()]
    if field.types[0] in {"Integer", "Boolean", "InputFile"}:
        raise bad_request(f"{where} must be {' or '.join(field.types)}, not {raw[:40]!r}")
    try:
        return json.loads(raw)
    except ValueError as error:
        raise bad_request(f"{where}: can't parse {' or '.join(field.types)} as JSON") from error


def _check_field(field: Field, value: object, where: str) -> None:
    if not isinstance(value, Upload):
        check_value(value, field.types, where)
    if field.values and value not in field.values:
        raise bad_request(f"{where} can't be {value!r}")
    limit = field.limit
    if limit is None or limit.after_parsing:
        return
    if isinstance(value, str):
        check_length(value, limit, where)
    elif isinstance(value, int | float) and not limit.low <= value <= limit.high:
        raise bad_request(f"{where} must be {limit.low}-{limit.high}, is {value}")


def _check_one(value: object, type_name: str, where: str) -> None:
    if type_name.startswith("Array of "):
        _check_array(value, type_name.removeprefix("Array of "), where)
    elif type_name in _PRIMITIVES:
        if not _PRIMITIVES[type_name](value):
            raise bad_request(f"{where} must be {type_name}, not {_shown(value)}")
    elif one_of := schema().types[type_name].one_of:
        check_value(value, one_of, where)
    else:
        _check_object(value, schema().types[type_name], where)


def _check_array(value: object, item_type: str, where: str) -> None:
    if not isinstance(value, list):
        raise bad_request(f"{where} must be an array, not {_shown(value)}")
    for place, item in enumerate(value):
        check_value(item, (item_type,), f"{where}[{place}]")


def _check_object(value: object, shape: Shape, where: str) -> None:
    if not isinstance(value, dict):
        raise bad_request(f"{where} must be an object ({shape.name}), not {_shown(value)}")
    if unknown := sorted(value.keys() - shape.fields.keys()):
        raise bad_request(f"{where}: {shape.name} has no field {', '.join(unknown)}")
    if missing := [name for name, one in shape.fields.items() if one.required and name not in value]:
        raise bad_request(f"{where}: {shape.name} needs the field {', '.join(missing)}")
    for name, item in value.items():
        _check_field(shape.fields[name], item, f"{where}.{name}")
    if rule := RULES.get(shape.name):
        rule(value, where)


def _misfits(value: object, type_name: str) -> int:
    shape = schema().types.get(type_name)
    if shape is None or not isinstance(value, Mapping):
        return 0
    return len(value.keys() - shape.fields.keys())


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _INTEGER_BOUND


def _is_text(value: object) -> bool:
    """A lone half of a surrogate pair can stand in JSON, but is no text."""
    return isinstance(value, str) and value == value.encode("utf-8", "ignore").decode("utf-8")


def _shown(value: object) -> str:
    return json.dumps(value, default=repr)[:60]


_PRIMITIVES: dict[str, Callable[[object], bool]] = {
    "Integer": _is_integer,
    "Float": lambda value: _is_integer(value) or isinstance(value, float),
    "String": _is_text,
    "Boolean": lambda value: isinstance(value, bool),
    "True": lambda value: value is True,
}
