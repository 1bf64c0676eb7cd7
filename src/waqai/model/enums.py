"""Closed lists of the codebook and the claims contract. Values are the words written to files: never rename one."""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """What happened (codebook section 3)."""

    ARMED_CLASH = "armed_clash"
    ATTACK = "attack"
    ASSASSINATION = "assassination"
    EXECUTION = "execution"
    IED = "ied"
    VEHICLE_BOMB = "vehicle_bomb"
    SUICIDE_BOMBING = "suicide_bombing"
    SHELLING = "shelling"
    AIRSTRIKE = "airstrike"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    RAID = "raid"
    PRISON_BREAK = "prison_break"
    SEIZURE_OF_TERRITORY = "seizure_of_territory"
    LOOTING = "looting_or_property_destruction"
    PROTEST = "protest"
    FOILED_PLOT = "foiled_plot"
    STRATEGIC_DEVELOPMENT = "strategic_development"
    OTHER = "other"


class Modality(StrEnum):
    """How the text presents the event (codebook section 4). ``hypothetical`` never leaves the frame room as an event."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    DENIED = "denied"
    FOILED = "foiled"
    PLANNED = "planned"
    AGGREGATE = "aggregate"


class ClaimKind(StrEnum):
    """One happening, a total over a period or area, or a sentence kept but not counted."""

    EVENT = "event"
    TALLY = "tally"
    STATEMENT = "statement"


class StatementKind(StrEnum):
    """What a statement says: activity rose or fell, a party holds a place, something goes on again and again, parties agree."""

    INCREASE = "increase"
    DECREASE = "decrease"
    CONTROL = "control"
    CAMPAIGN = "campaign"
    AGREEMENT = "agreement"


class Weapon(StrEnum):
    """Means used (codebook section 1). Absent means not stated."""

    SMALL_ARMS = "small_arms"
    IED = "ied"
    MINE = "mine"
    MORTAR = "mortar"
    ARTILLERY = "artillery"
    ROCKET = "rocket"
    AIRSTRIKE = "airstrike"
    DRONE = "drone"
    SUICIDE_VEST = "suicide_vest"
    VBIED = "vbied"
    KNIFE = "knife"
    UNSPECIFIED = "unspecified"


class TimePrecision(StrEnum):
    """How fine the closed day interval is."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH_PART = "month_part"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    NONE = "none"


class TimeBasis(StrEnum):
    """Where the date comes from. A fallback is a value here, never a guess in disguise."""

    STATED = "stated"
    RELATIVE = "relative"
    INFERRED_YEAR = "inferred_year"
    PUBLICATION = "publication"
    NONE = "none"


class PlaceLevel(StrEnum):
    """Grain of a place as the codebook scores it."""

    SITE = "site"
    VILLAGE = "village"
    TOWN = "town"
    CITY = "city"
    DISTRICT = "district"
    SUBREGION = "subregion"
    GOVERNORATE = "governorate"
    COUNTRY = "country"
    NONE = "none"


class GeoPrecision(StrEnum):
    """How exact the coordinates are."""

    EXACT = "exact"
    NEAR = "near"
    AREA = "area"
    ADMIN3 = "admin3"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    UNPLACED = "unplaced"


class Stance(StrEnum):
    """Colour of the wording used for an actor; kept apart from who the actor is."""

    NEUTRAL = "neutral"
    HOSTILE = "hostile"
    HONORIFIC = "honorific"


class Severity(StrEnum):
    """Weight of an issue."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
