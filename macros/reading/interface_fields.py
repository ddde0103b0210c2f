"""The words of the interface, as pydantic models: one group for each place of the site that says something.

What stands in ``has`` is filled in by the code, so a word has to have it; ``links`` counts its parts in square
brackets, which become links. The groups called ``script`` go into the page for its JavaScript (see
docs/assets/js/say.js).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, Field

from macros.problems import did_you_mean
from macros.reading.fields import Fields, Line

_WITHOUT_NUMBER = frozenset({"zero", "one", "two"})
"""Forms that may say their number in words: "no webinars", "one webinar"."""

_LINK = re.compile(r"\[[^\[\]]+\]")


class Forms(Fields):
    """A form for each kind of number: those that the language has (CLDR, Plural Rules)."""

    other: Line = Field(description="The form of most numbers; every language has it.")
    zero: Line | None = None
    one: Line | None = None
    two: Line | None = None
    few: Line | None = None
    many: Line | None = None


def has(*names: str, links: int = 0) -> AfterValidator:
    """Says of a word that the code fills in these names, and makes so many links of it."""

    def check(value: str) -> str:
        _check_names(value, frozenset(names), frozenset(names))
        if links and len(_LINK.findall(value)) != links:
            parts = "one part" if links == 1 else f"{links} parts"
            raise ValueError(f"needs {parts} in [square brackets]: {'it becomes a link' if links == 1 else 'links'}")
        return value

    return AfterValidator(check)


def each_has(*names: str) -> AfterValidator:
    """Says of every form of a word that the code fills in these names."""

    def check(value: Forms) -> Forms:
        for form, text in value:
            if text is not None:
                needed = frozenset(names) - ({"count"} if form in _WITHOUT_NUMBER else frozenset())
                _check_names(text, needed, frozenset(names))
        return value

    return AfterValidator(check)


def _check_names(text: str, needed: frozenset[str], known: frozenset[str]) -> None:
    """Raises ValueError unless ``text`` has every needed name in braces, and none that is not known."""
    try:
        found = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        raise ValueError("has a brace without its twin; write {name}, or leave the brace out") from None
    for name in sorted(found - known):
        raise ValueError(f"has {{{name}}}, which nothing fills in{did_you_mean(name, known)}")
    for name in sorted(needed - found):
        raise ValueError(f"needs {{{name}}}: it is filled in there")


class TimeWords(Fields):
    """Lengths of time."""

    hours: Annotated[Forms, each_has("count")]
    minutes: Annotated[Forms, each_has("count")]


class HeaderWords(Fields):
    """The top of every page."""

    skip: Line
    menu: Line
    close_menu: Line
    navigation: Line
    search_area: Line
    search_label: Line
    search_hint: Line
    search_button: Line
    suggestions: Line = Field(description="The name of the list below the search field, for screen readers.")


class FooterWords(Fields):
    """The foot of every page."""

    navigation: Line
    help: Line
    about: Annotated[Line, has("site")]
    how_made: Line
    accessibility: Line
    glossary: Line
    a_to_z: Line
    contribute: Line
    contact: Line
    source: Line
    colours: Line
    colours_system: Line
    colours_light: Line
    colours_dark: Line
    owner: Annotated[Line, has("owner")]
    no_owner: Line
    privacy: Line
    kept: Line


class PageWords(Fields):
    """What the frame puts around any page."""

    contents: Line
    sources: Line
    table: Annotated[Line, has("number", "heading")]
    overview: Line
    you_are_here: Line
    in_easier_words: Line
    full_guide: Line
    easier_page: Line
    previous_next: Line
    previous: Line
    next: Line
    suggest_change: Line
    languages: Line


class NotFoundWords(Fields):
    """The page for an address that leads nowhere."""

    title: Line
    reason: Line
    search: Line
    a_to_z: Line
    home: Line


class MovedWords(Fields):
    """The page at an address that a page or a webinar had before, and what stands where a part of a page was."""

    title: Annotated[Line, has("title", "site")]
    heading: Line
    part: Annotated[Line, has("title")]


class MadeWords(Fields):
    """How a page or a webinar was made."""

    page_title: Line
    webinar_title: Line
    by: Annotated[Line, has("by", "rung")]
    by_linked: Annotated[Line, has("by", "rung", links=1)]
    when: Annotated[Line, has("date", "names")]
    nobody: Line
    climb_page: Line
    climb_webinar: Line
    natural_voice: Line
    stand_in_voice: Line
    suggest_webinar: Line
    suggest_script: Line
    suggest_captions: Line


class OwnerWords(Fields):
    """Who publishes this copy."""

    published: Annotated[Line, has("owner")]
    none: Line
    contact: Annotated[Line, has(links=1)]
    no_contact: Line


class SourcesWords(Fields):
    """What is cited."""

    label: Forms
    by: Annotated[Line, has("by")]
    no_date: Line
    key: Line


class GlossaryWords(Fields):
    """The glossary, and its words on other pages."""

    letters: Line
    explained: Annotated[Line, has("title", links=1)]
    more: Annotated[Line, has("term")]
    also: Annotated[Line, has("forms")]


class LettersWords(Fields):
    """The index from A to Z."""

    navigation: Line
    other: Line
    chapter: Annotated[Line, has("title", "time")]


class SlicesWords(Fields):
    """The pages of a list that is too long for one."""

    navigation: Line
    page: Line
    back: Line
    title: Annotated[Line, has("title", "number", "count")]


class ChartWords(Fields):
    """Numbers side by side."""

    source: Annotated[Line, has("title", links=1)]


class HelpWords(Fields):
    """Where to get help."""

    everywhere: Line
    england: Line
    scotland: Line
    wales: Line
    northern_ireland: Line
    who: Annotated[Line, has("who")]
    phone: Annotated[Line, has("phone")]
    live_page: Annotated[Line, has("date")]
    stored_copy: Annotated[Line, has("date")]
    named_elsewhere: Annotated[Line, has("date")]
    most_live_page: Annotated[Line, has("date")]
    most_stored_copy: Annotated[Line, has("date")]
    most_named_elsewhere: Annotated[Line, has("date")]


class LadderWords(Fields):
    """The ladder."""

    rung_and_band: Annotated[Line, has("number", "band")]
    rung_in_band: Annotated[Line, has("number", "band")]
    example: Line
    question: Line
    next: Line
    last: Line
    meaning_from: Line
    poster: Line
    poster_file: Annotated[Line, has("sheet", "format")]
    scenes: Mapping[str, Line]


class PosterWords(Fields):
    """The ladder as a poster."""

    title: Line
    lead: tuple[Line, ...]
    notes: tuple[Line, ...]
    credit: Annotated[Line, has("site", "address")]
    shows: Annotated[Line, has("count", "scenes")]


class PapersWords(Fields):
    """Papers as Word files."""

    download: Line
    from_address: Annotated[Line, has("address")]
    from_site: Annotated[Line, has("site")]
    licence: Line


class FormatsWords(Fields):
    """In which forms a webinar can be had, as items of a list."""

    read: Line
    watch: Line
    listen: Line
    captions: Line
    language: Annotated[Line, has("language")]
    bsl: Line
    described: Line
    slides: Line
    easier: Line


class FiltersWords(Fields):
    """Lists that narrow down the catalogue and the search."""

    any: Line
    kind: Line
    topic: Line
    rung: Line
    audience: Line
    length: Line
    format: Line
    up_to_10: Line
    from_10_to_20: Line
    from_20_to_40: Line
    over_40: Line


class CardWords(Fields):
    """A webinar in the catalogue."""

    topics: Line
    rungs: Line
    formats: Line


class CatalogueScriptWords(Fields):
    """What the catalogue's script says."""

    all: Annotated[Forms, each_has("count")]
    some: Annotated[Forms, each_has("shown", "count")]
    failed: Line


class CatalogueWords(Fields):
    """The list of all webinars."""

    paths: Line
    open_filters: Line
    filters: Line
    sort: Line
    sort_suggested: Line
    sort_newest: Line
    sort_shortest: Line
    sort_title: Line
    clear: Line
    by_topic: Line
    none: Annotated[Line, has(links=1)]
    more: Line
    script: CatalogueScriptWords


class FeedsWords(Fields):
    """How to follow the webinars in an app, and what the feeds say of themselves there."""

    title: Line
    intro: Line
    podcast: Line = Field(description="What opens in an app for podcasts.")
    atom: Line
    json_feed: Line
    others: Line
    programs: Annotated[Line, has(links=2)] = Field(description="Leads to catalogue.json and to its JSON Schema.")
    all: Line = Field(description="The name of the feed of all webinars.")
    about_all: Annotated[Line, has("site")]
    about_topic: Annotated[Line, has("site", "topic")]
    page: Line = Field(description="The link from a webinar in a feed to its page.")


class PathsWords(Fields):
    """The learning paths."""

    title: Annotated[Line, has("title", "time")]
    read: Line
    webinar: Line
    step: Annotated[Line, has("kind", "time")]
    note: Annotated[Line, has("count")]


class SearchScriptWords(Fields):
    """What the search's script says."""

    results: Annotated[Forms, each_has("count")]
    best: Annotated[Line, has("shown")]
    no_results: Line
    corrected: Annotated[Line, has("typed", "used")]
    unknown: Annotated[Line, has("typed")]
    moments: Annotated[Line, has("title")]
    parts: Annotated[Line, has("title")]
    failed: Line


class SearchWords(Fields):
    """The search page."""

    form: Line
    words: Line
    suggestions: Line = Field(description="The name of the list below the field for words, for screen readers.")
    button: Line
    narrow: Line
    clear: Line
    results: Line
    more: Line
    try_this: Line
    try_spelling: Line
    try_fewer: Line
    try_clear: Line
    try_webinars: Annotated[Line, has(links=1)]
    try_paths: Annotated[Line, has(links=1)]
    try_terms: Line
    try_a_to_z: Annotated[Line, has(links=1)]
    unavailable: Line
    browse: Line
    a_to_z: Line
    truer_word: Annotated[Line, has("name")]
    script: SearchScriptWords


class WebinarWords(Fields):
    """The top of a webinar's page."""

    watch: Line
    listen: Line
    read_only: Line
    no_recording: Line
    chapters: Line
    about_length: Annotated[Line, has("length")]
    published: Annotated[Line, has("date")]
    read_transcript: Line
    other_versions: Line
    described_by_speech: Line
    qr_code: Line
    address: Annotated[Line, has("address")]
    outcomes: Line
    unusual_length: Annotated[Line, has("shortest", "longest", "reason")]


class TranscriptWords(Fields):
    """A webinar's words, on its page and in files of their own."""

    title: Line
    title_in: Annotated[Line, has("language")]
    page_title: Annotated[Line, has("title")]
    page_title_of_site: Annotated[Line, has("title", "site")]
    presented: Annotated[Line, has("length", "people")]
    published: Annotated[Line, has("date", "licence")]
    brackets: Line
    follow: Line
    mark_words: Line
    slide: Annotated[Line, has("text")]
    pause: Annotated[Line, has("seconds")]
    from_moment: Annotated[Line, has("time")]
    play: Line
    more: Line
    licence: Annotated[Line, has("licence")]
    from_address: Annotated[Line, has("address")]


class VersionsWords(Fields):
    """A webinar's other versions."""

    title: Line
    easier_words: Line
    video: Line
    sound: Line
    sound_mp3: Line
    captions: Annotated[Line, has("language")]
    plain_text: Line
    web_page: Line
    slides: Line
    player: Line
    bsl: Line
    described: Line
    named_video: Annotated[Line, has("name", "title")]
    cannot_play: Line
    download: Line
    no_bsl: Line
    no_described: Line
    no_language: Line
    no_easier: Line
    how_to_help: Annotated[Line, has(links=1)]


class DetailsWords(Fields):
    """The details of a webinar."""

    title: Line
    topics: Line
    audiences: Line
    rungs: Line
    licence: Line
    sources: Line


class PlayerScriptWords(Fields):
    """What the player's script says."""

    play: Line
    pause: Line
    full_screen: Line
    leave_full_screen: Line
    position: Annotated[Line, has("time", "length")]
    position_in_chapter: Annotated[Line, has("time", "length", "chapter")]
    stopped: Annotated[Line, has("time")]
    loading_whole: Line
    cannot_jump: Line
    no_sound: Line
    slow: Line
    clip_ended: Line
    clip: Annotated[Line, has("start", "end")]
    unreadable_time: Line
    late_time: Annotated[Line, has("length")]
    play_from: Annotated[Line, has("time")]
    link_copied: Annotated[Line, has("time")]
    copy_link: Annotated[Line, has("time")]
    carry_on: Annotated[Line, has("time")]
    think: Annotated[Line, has("seconds")]
    goes_on: Line
    marking_failed: Line


class PlayerWords(Fields):
    """The player."""

    computer_voice: Line
    computer_voices: Line
    speaking: Line
    computer_voice_note: Line
    recording: Line
    named_recording: Annotated[Line, has("name", "title")]
    chapters_track: Line
    descriptions_track: Line
    slide: Line
    cannot_play_here: Annotated[Line, has(links=1)]
    cannot_play_in_frame: Annotated[Line, has(links=1)]
    captions_here: Line
    controls: Line
    back: Annotated[Line, has("seconds")]
    forward: Annotated[Line, has("seconds")]
    place: Line
    captions: Line
    caption_size: Line
    caption_size_short: Line
    size_normal: Line
    size_large: Line
    size_largest: Line
    caption_language: Line
    speed: Line
    speed_normal: Line
    volume: Line
    link: Line
    link_short: Line
    moment_address: Line
    keys: Line
    keys_text: Line
    dock: Line
    to_player: Line
    failed_here: Line
    failed_in_frame: Line
    script: PlayerScriptWords


class SlidesWords(Fields):
    """What is on a slide, in words: for transcripts, and for readers who do not see it."""

    points: Annotated[Line, has("points")]
    ladder: Annotated[Line, has("rungs")]
    band: Annotated[Line, has("band", "rungs")]
    columns: Annotated[Line, has("left", "left_rows", "right", "right_rows")]
    steps: Annotated[Line, has("steps")]
    lit_step: Annotated[Line, has("number")]
    question: Annotated[Line, has("seconds", "question")]
    quote: Annotated[Line, has("quote")]
    picture: Annotated[Line, has("shows")]
    source: Annotated[Line, has("source")]
    marked: Line
    seconds_to_think: Line


class OutsideWords(Fields):
    """Another site's player."""

    named_player: Annotated[Line, has("title", "provider")]
    play: Annotated[Line, has("provider")]
    close: Annotated[Line, has("provider")]
    watch: Annotated[Line, has("provider")]
    note: Annotated[Line, has("provider")]
    always: Annotated[Line, has("provider")]


class EmbedWords(Fields):
    """The player for other sites."""

    title: Annotated[Line, has("title", "site")]
    no_recording: Line
    more: Annotated[Line, has("site")]


class WcagWords(Fields):
    """The table of the accessibility statement."""

    count: Annotated[Line, has("state", "count")]
    table: Line
    criterion: Line
    level: Line
    state: Line
    evidence: Line
    by_hand: Annotated[Line, has("how")]


class SignsWords(Fields):
    """A warning sign in the list to tick."""

    why: Line
    if_ticked: Line
    truer_name: Annotated[Line, has("name", "number")]
    example: Line


class IsItRealScriptWords(Fields):
    """What its script says."""

    changed: Line
    cleared: Line
    truer_name: Annotated[Line, has("name")]
    no_sign: Line
    work: Annotated[Line, has("work")]
    call_it: Annotated[Line, has("name")]
    lowest: Annotated[Line, has("name")]
    advice: Annotated[Line, has("name", "advice")]


class IsItRealWords(Fields):
    """The tool "Is it real?"."""

    work: Line
    work_hint: Line
    signs: Line
    submit: Line
    clear: Line
    several_names: Line
    several_names_advice: Line
    no_sign: Line
    no_sign_meaning: Line
    no_sign_advice: Annotated[Line, has(links=1)]
    result: Line
    ticked: Line
    one_sign: Line
    print: Line
    script: IsItRealScriptWords


class WhichRungScriptWords(Fields):
    """What its script says."""

    step: Annotated[Line, has("number", "count")]
    questions: Annotated[Forms, each_has("count")]
    all_at_once: Line
    one_at_a_time: Line
    error: Annotated[Line, has("message")]
    unanswered: Annotated[Line, has("number")]
    reason: Annotated[Line, has("because", "number")]
    changed: Line
    cleared: Line
    incomplete: Annotated[Line, has("given", "count")]
    copied: Line
    not_copied: Line


class WhichRungWords(Fields):
    """The tool "Which rung are we on?"."""

    errors: Line
    part: Annotated[Line, has("number", "title")]
    rung: Annotated[Line, has("number", "name")]
    next: Line
    submit: Line
    back: Line
    clear: Line
    by_hand: Line
    by_hand_advice: Line
    fits: Line
    led_here: Line
    advice: Line
    see: Annotated[Line, has("title", links=1)]
    on_ladder: Annotated[Line, has("rung")]
    share: Line
    share_note: Line
    address: Line
    copy_address: Line
    print: Line
    script: WhichRungScriptWords


class PlanScriptWords(Fields):
    """What its script says."""

    saved: Annotated[Line, has("time")]
    not_kept: Line
    file: Line
    in_file: Annotated[Line, has("file")]
    title: Line
    questions: Annotated[Line, has("address")]
    empty: Line
    cleared: Line


class PlanWords(Fields):
    """The tool "Plan on a page"."""

    guide: Annotated[Line, has("title", links=1)]
    kept: Line
    print: Line
    save: Line
    clear: Line
    clear_title: Line
    clear_text: Line
    keep: Line
    script: PlanScriptWords


class SessionPartWords(Fields):
    """A part of a session: its name, and what to do."""

    name: Line
    do: Line


class WatchPartWords(Fields):
    """The part of a session in which the webinar plays."""

    name: Line
    do: Annotated[Line, has("title", links=1)]


class SessionPartsWords(Fields):
    """The parts of sessions."""

    welcome: SessionPartWords
    before: SessionPartWords
    watch: WatchPartWords
    steps: SessionPartWords
    pause: SessionPartWords
    talk: SessionPartWords
    activity: SessionPartWords
    close: SessionPartWords


class SessionsWords(Fields):
    """Session plans, and what trainers find on their pages."""

    title: Line
    plan: Line
    slides: Line
    plan_title: Annotated[Line, has("title")]
    page_title: Annotated[Line, has("plan", "site")]
    for_webinar: Annotated[Line, has("title", links=1)]
    for_path: Annotated[Line, has("title", links=1)]
    download: Line
    print: Line
    timings: Line
    in_length: Annotated[Line, has("length")]
    session_of: Annotated[Line, has("number", "count")]
    too_short: Line
    starts: Line
    minutes: Line
    happens: Line
    end: Line
    read: Annotated[Line, has("title", links=1)]
    watch_step: Annotated[Line, has("title", links=2)]
    parts: SessionPartsWords


class ShareScriptWords(Fields):
    """What the panel's script says."""

    copied: Annotated[Line, has("what")]
    not_copied: Annotated[Line, has("what")]
    unreadable_time: Line
    late_time: Line
    wrong_order: Line


class LinkScriptWords(Fields):
    """What is said when a link to a part of a page is copied."""

    link_copied: Annotated[Line, has("name")]
    not_copied: Annotated[Line, has("name")]
    no_address: Line


class ShareWords(Fields):
    """What people take away: links, code, citations, QR codes, and the picture beside a shared link."""

    cover: Line = Field(description="What a webinar's cover shows, for those who do not see it.")
    title: Line
    open: Line
    no_address: Annotated[Line, has(links=1)]
    part: Line
    chapter: Line
    whole: Line
    start: Line
    end: Line
    hint: Line
    now: Line
    link: Line
    embed: Line
    size: Line
    size_fit: Line
    size_small: Line
    size_large: Line
    chapters: Line
    cite: Line
    plain: Line
    markdown: Line
    html: Line
    copy_text: Line
    qr: Line
    qr_title: Annotated[Line, has("title", "site")]
    qr_text: Line
    citation: Annotated[Line, has("by", "title", "date", "address", "licence")]
    linked_citation: Annotated[Line, has("by", "title", "date", "licence")]
    link_to: Annotated[Line, has("name")]
    link_to_sign: Line
    script: ShareScriptWords
    link_script: LinkScriptWords


class CourseScriptWords(Fields):
    """What the script of a page in a learning platform says."""

    resumed: Annotated[Line, has("time")]
    finished: Line
    finished_alone: Line = Field(description="Where no platform answers.")
    skipped: Line
    alone: Line = Field(description="Where no platform answers.")
    left: Line


class CourseWords(Fields):
    """A webinar or guide in a package for learning platforms."""

    page_title: Annotated[Line, has("title", "site")]
    how_heard: Line
    how_read: Line
    outside: Annotated[Line, has("provider")]
    no_recording: Line
    read_webinar: Line
    read_guide: Line
    from_site: Annotated[Line, has("site")]
    on_site: Annotated[Line, has("site")]
    windows: Line
    leave: Line
    script: CourseScriptWords


class ProjectorScriptWords(Fields):
    """What its script says."""

    shown: Annotated[Line, has("number", "count", "title")]
    black: Line
    play: Line
    stop: Line
    think: Annotated[Line, has("seconds")]
    time_over: Line
    no_sound: Line
    no_window: Line


class ProjectorWords(Fields):
    """A webinar's slides for a wall."""

    title: Annotated[Line, has("title", "site")]
    heading: Annotated[Line, has("title")]
    back_to: Line
    print: Line
    slide: Annotated[Line, has("number", "title")]
    controls: Line
    back: Line
    next: Line
    jump: Line
    black: Line
    full_screen: Line
    play: Line
    say: Line
    hide_words: Line
    words_window: Line
    keys: Line
    keys_text: Line
    clock: Line
    script: ProjectorScriptWords


class KeptWords(Fields):
    """One thing that a reader's device keeps."""

    name: Line
    when: Line = Field(description="Goes on from the name: when it is kept.")


class KeptThingsWords(Fields):
    """Everything that a reader's device keeps, as macros/rendering/device.py has it."""

    plan: KeptWords
    position: KeptWords
    scheme: KeptWords
    captions: KeptWords
    caption_size: KeptWords
    caption_language: KeptWords
    mark_words: KeptWords
    speed: KeptWords
    volume: KeptWords
    all_questions: KeptWords
    outside: KeptWords


class DeviceWords(Fields):
    """The page of what stays on a reader's device."""

    things: KeptThingsWords
    full: Line
    empty: Line
    clear: Line
    clear_all: Line
    all: Line
    cleared: Line = Field(description="Before the name of what was cleared.")
    failed: Line
    clear_title: Line
    clear_text: Line = Field(description="After the name of what would be cleared.")
    keep: Line
    clear_it: Line


class InterfaceFields(Fields):
    """Every word that the site itself says: data/interface.en.yml, and the same in other languages."""

    language: Line
    time: TimeWords
    header: HeaderWords
    footer: FooterWords
    page: PageWords
    not_found: NotFoundWords
    moved: MovedWords
    made: MadeWords
    owner: OwnerWords
    kinds: Mapping[str, Line]
    sources: SourcesWords
    glossary: GlossaryWords
    letters: LettersWords
    slices: SlicesWords
    chart: ChartWords
    help: HelpWords
    ladder: LadderWords
    poster: PosterWords
    papers: PapersWords
    formats: FormatsWords
    languages: Mapping[str, Line]
    filters: FiltersWords
    card: CardWords
    catalogue: CatalogueWords
    feeds: FeedsWords
    paths: PathsWords
    search: SearchWords
    webinar: WebinarWords
    transcript: TranscriptWords
    versions: VersionsWords
    details: DetailsWords
    player: PlayerWords
    slides: SlidesWords
    outside: OutsideWords
    embed: EmbedWords
    wcag: WcagWords
    signs: SignsWords
    is_it_real: IsItRealWords
    which_rung: WhichRungWords
    plan: PlanWords
    sessions: SessionsWords
    share: ShareWords
    course: CourseWords
    projector: ProjectorWords
    device: DeviceWords
