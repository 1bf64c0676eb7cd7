"""``waqai serve``: the review desk in a browser."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import typer

from waqai.errors import UsageError

app = typer.Typer()


@app.command()
def serve(
    store: str | None = typer.Argument(None, help="Store file or its folder (default: WAQAI_STORE, else demo-out or here)."),
    db: str | None = typer.Option(None, "--db", help="A server store: postgresql://…"),
    host: str = typer.Option("127.0.0.1", "--host", help="Address to listen on."),
    port: int = typer.Option(8717, "--port", help="Port to listen on."),
    host_name: list[str] | None = typer.Option(None, "--host-name", help="Another name the desk is reached by; may be repeated."),
    https: bool = typer.Option(False, "--https", help="Served over HTTPS by a proxy: secure cookies, HSTS."),
    proxy: bool = typer.Option(False, "--proxy", help="Trust X-Forwarded-For of the proxy in front."),
    owner: str = typer.Option("owner", "--owner", help="Name of the first account, made at the first start."),
    oidc: str | None = typer.Option(None, "--oidc", help="Let people sign in through this OpenID Connect provider (its issuer address)."),
    oidc_client: str = typer.Option("waqai", "--oidc-client", help="Client id at the provider; the secret is read from WAQAI_OIDC_SECRET."),
    oidc_label: str = typer.Option("OpenID Connect", "--oidc-label", help="What the sign-in button calls the provider."),
    oidc_new: str | None = typer.Option(None, "--oidc-new", help="Role of accounts made for people not known before: reader, reviewer."),
    open_browser: bool = typer.Option(False, "--open", help="Open the desk in a browser."),
) -> None:
    """Open the review desk in a browser. The first start makes the owner's account here, in the terminal."""
    try:
        import uvicorn

        from waqai.desk import DeskConfig, create_app
        from waqai.desk.config import Oidc
        from waqai.desk.oidc import Provider
        from waqai.desk.people import People
        from waqai.desk.tables import open_people
    except ModuleNotFoundError as e:
        raise UsageError(f"the desk needs {e.name}. Install it with: pip install 'waqai[desk]'") from e
    from waqai.cli.store import _where
    from waqai.resources import settle

    where = db or _where(store)
    names = ("localhost", "127.0.0.1", "[::1]", host.lower(), *(n.lower() for n in host_name or ()))
    if oidc_new not in (None, "reader", "reviewer"):
        raise UsageError(f"{oidc_new!r}: the provider's people may be made reader or reviewer; further rights are given by an admin.")
    single = Oidc(oidc, oidc_client, os.environ.get("WAQAI_OIDC_SECRET", ""), oidc_label, oidc_new) if oidc else None
    if single is not None:
        Provider(single)  # says at once what is missing
    config = DeskConfig(store=where, hosts=tuple(dict.fromkeys(names)), secure=https, proxy=proxy, oidc=single)
    if not db and not Path(where).is_file():
        raise UsageError(f"{where}: no store here. Make one with: waqai run FILES --out FOLDER")
    engine = open_people(config.people_url())
    people = People(engine, config.clock, config.hash_cost)
    if people.empty():
        _first(people, owner)
    engine.dispose()
    application = create_app(config)
    if application.state.desk.work.unmade():  # type: ignore[attr-defined]
        print("Making the work list. A large store takes a minute, once.", flush=True)
    application.state.desk.work.sync()  # type: ignore[attr-defined]
    application.state.desk.work.warm()  # type: ignore[attr-defined]
    # Words, places and pages loaded so far stay: the collector need not walk them again while somebody waits.
    gc.collect()
    settle()
    print(f"The desk is at http://{'localhost' if host in ('127.0.0.1', '0.0.0.0') else host}:{port}/  (Ctrl C stops it)")
    if open_browser:
        import threading
        import webbrowser

        threading.Timer(1.0, webbrowser.open, (f"http://localhost:{port}/",)).start()
    uvicorn.run(application, host=host, port=port, log_level="warning", access_log=False, server_header=False, date_header=True)


def _first(people: object, owner: str) -> None:
    """Make the owner's account: asked for in a terminal, made up and shown once elsewhere."""
    import getpass
    import secrets

    from waqai.desk.people import MIN_PASSWORD, People

    assert isinstance(people, People)
    if not sys.stdin.isatty():
        word = secrets.token_urlsafe(12)
        people.create(owner, "admin", word, "terminal", must_change=True)
        print(f"First start. Sign in as {owner!r} with the password {word} and choose your own.")
        return
    print("First start: make the owner's account.")
    while True:
        name = input(f"Name [{owner}]: ").strip() or owner
        first = getpass.getpass(f"Password (at least {MIN_PASSWORD} characters): ")
        if first != getpass.getpass("Once more: "):
            print("The two differ.")
            continue
        try:
            people.create(name, "admin", first, "terminal")
            return
        except UsageError as e:
            print(
                {"password": "Too weak, or it holds the name. Choose another.", "name": "A name has 2 to 40 letters or digits."}.get(
                    str(e), str(e)
                )
            )
