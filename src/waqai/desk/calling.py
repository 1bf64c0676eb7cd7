"""From a route's line to an answer: read the form, then identify, authorise and answer in one visit to a worker thread."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from waqai.desk.core import guard, read_form


def route(method: str, path: str, endpoint: Callable[..., Response]) -> Route:
    """A route that guards itself. Parameters of the path that the endpoint takes as ``int`` match digits only."""
    numbers = {p.name for p in inspect.signature(endpoint, eval_str=True).parameters.values() if p.annotation is int}
    told = re.sub(r"{(\w+)}", lambda m: f"{{{m[1]}:int}}" if m[1] in numbers else m[0], path)
    line = f"{method} {path}"

    async def answer(request: Request) -> Response:
        form = await read_form(request)

        def work() -> Response:
            return endpoint(**request.path_params, c=guard(request, form, line, path))

        return await run_in_threadpool(work)

    return Route(told, answer, methods=[method])


def routes(modules: tuple[Any, ...]) -> dict[str, Route]:
    """Routes of all modules by their line in the access table."""
    return {f"{method} {path}": route(method, path, endpoint) for m in modules for method, path, endpoint in m.ROUTES}
