"""What an operator may set: the environment and `.env`, checked where they enter."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

DEFAULT_DATABASE_URL = "sqlite+aiosqlite:///var/coach.db"
TELEGRAM_API_URL = "https://api.telegram.org"
TOKEN_FORM = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
SECRET_FORM = re.compile(r"[A-Za-z0-9_-]{1,256}")


class SettingsError(Exception):
    """A setting is missing or wrong; the text is one line that names it and the remedy."""


class LogLevel(StrEnum):
    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


class LogFormat(StrEnum):
    CONSOLE = "console"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """Where Telegram finds the webhook, what it shows as its own, and where we listen for it."""

    url: str
    secret: str = field(repr=False)
    address: str
    port: int


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _parted(value: object) -> object:
    """A list as operators write it, by commas or spaces."""
    return value.replace(",", " ").split() if isinstance(value, str) else value


AthleteId = Annotated[int, Field(ge=1, le=2**63 - 1)]


class Settings(BaseSettings):
    """The settings by name; `.env.example` explains each to the operator. An empty one is unset."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    telegram_token: SecretStr | None = None
    telegram_api_url: str = TELEGRAM_API_URL
    database_url: str = DEFAULT_DATABASE_URL
    default_zone: str = "UTC"
    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = LogLevel.INFO
    log_format: Annotated[LogFormat, BeforeValidator(_lower)] = LogFormat.CONSOLE
    grace_hours: float = Field(default=3, ge=0, le=24)
    bulk_rate: float = Field(default=28, gt=0, le=1000)
    burst: int = Field(default=3, ge=2, le=1000)
    backup_folder: Path | None = None
    ops_listen: str = "127.0.0.1"
    ops_port: int | None = Field(default=None, ge=1, le=65535)
    admin_ids: Annotated[tuple[AthleteId, ...], NoDecode, BeforeValidator(_parted)] = ()
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str = "127.0.0.1"
    webhook_port: int = Field(default=8080, ge=1, le=65535)

    @field_validator("telegram_api_url")
    @classmethod
    def _is_a_server(cls, url: str) -> str:
        if not _is_address(url) or urlsplit(url).query:
            raise ValueError(url)
        return url.rstrip("/")

    @field_validator("webhook_url")
    @classmethod
    def _is_an_address(cls, url: str | None) -> str | None:
        if url is not None and not _is_address(url):
            raise ValueError(url)
        return url

    @field_validator("default_zone")
    @classmethod
    def _is_a_zone(cls, name: str) -> str:
        if not is_zone(name):
            raise ValueError(name)
        return name

    def require_token(self) -> str:
        """The token, if there is one and it has a token's form; the error never repeats it."""
        if self.telegram_token is None:
            raise SettingsError(
                "TELEGRAM_TOKEN is not set: get one from @BotFather and put it into the environment or .env"
            )
        token = self.telegram_token.get_secret_value().strip()
        if TOKEN_FORM.fullmatch(token) is None:
            raise SettingsError(
                "TELEGRAM_TOKEN is malformed: it looks like 123456789:AA..., copy it again from @BotFather"
            )
        return token

    def webhook(self) -> Hook | None:
        """None where updates are to be polled for; an error never repeats the secret."""
        if self.webhook_url is None:
            return None
        secret = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        if SECRET_FORM.fullmatch(secret) is None:
            raise SettingsError(
                "WEBHOOK_SECRET must be set beside WEBHOOK_URL, to up to 256 letters, digits, _ and -: "
                "make one by `openssl rand -hex 32`"
            )
        return Hook(url=self.webhook_url, secret=secret, address=self.webhook_listen, port=self.webhook_port)


_REMEDIES = {
    "telegram_api_url": "must be the address of a Bot API server, like https://api.telegram.org",
    "database_url": "must be a database's URL, like sqlite+aiosqlite:///var/coach.db",
    "default_zone": "must be a time zone's IANA name, like Europe/Berlin",
    "log_level": "must be DEBUG, INFO, WARNING or ERROR",
    "log_format": "must be console or json",
    "grace_hours": "must be a number of hours from 0 to 24, like 3",
    "bulk_rate": "must be a number of messages a second above 0, like 28",
    "ops_port": "must be a port's number, like 9090",
    "admin_ids": "must be Telegram user ids, parted by commas, like 123456789, 987654321",
    "burst": "must be a whole number from 2, like 3",
    "webhook_url": "must be the address that Telegram reaches, like https://coach.example.org/telegram",
    "webhook_port": "must be a port's number, like 8080",
}


def load_settings(env_file: Path = Path(".env")) -> Settings:
    """Read the environment and `.env`; the first wrong value becomes a `SettingsError`."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
    except UnicodeDecodeError:
        raise SettingsError(f"{env_file} can't be read: save it as UTF-8 text") from None
    except OSError:
        raise SettingsError(f"{env_file} can't be read: give it to the user that runs the coach") from None
    raise SettingsError(f"{name.upper()} {_REMEDIES.get(name, 'is wrong: see .env.example')}")


def _is_address(url: str) -> bool:
    parts = urlsplit(url)
    return (
        parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0 and not parts.fragment
    )


def is_zone(name: str) -> bool:
    """Whether the time zone database knows the name."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
