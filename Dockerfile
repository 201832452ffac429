# Build:  docker build -t two-minute-coach .
# Run:    docker run -d --name coach -e TELEGRAM_TOKEN=... -v coach-data:/data two-minute-coach
# Talk:   docker run -it --rm two-minute-coach chat

FROM python:3.13-slim-bookworm AS build
WORKDIR /build
RUN python -m venv /opt/coach
ENV PATH=/opt/coach/bin:$PATH PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
COPY requirements.lock ./
RUN pip install --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY migrations migrations
# The lock holds the build tools too: nothing unpinned is fetched, and they don't go into the image.
RUN pip install --no-deps --no-build-isolation . && pip uninstall --yes editables hatchling pip

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin coach \
    && install --directory --owner coach --group coach /data
COPY --from=build /opt/coach /opt/coach
ENV PATH=/opt/coach/bin:$PATH PYTHONUNBUFFERED=1 DATABASE_URL=sqlite+aiosqlite:////data/coach.db LOG_FORMAT=json WEBHOOK_LISTEN=0.0.0.0
WORKDIR /data
VOLUME /data
USER coach
ENTRYPOINT ["coach"]
CMD ["run"]
