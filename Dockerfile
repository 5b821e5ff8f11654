# The API, as a user without rights, with nothing but what it needs: of the lock no more than the package asks for.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements.lock pyproject.toml README.md LICENSE ./
COPY graph graph
COPY loaders loaders
COPY api api
COPY cypher cypher
COPY samples samples
RUN python -m venv /opt/cascade \
    && /opt/cascade/bin/pip install --no-cache-dir --constraint requirements.lock '.[docx,draw,xlsx]'

FROM python:3.11-slim-bookworm
RUN groupadd --gid 10001 cascade \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin cascade
COPY --from=build /opt/cascade /opt/cascade
ENV PATH=/opt/cascade/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/health/ready', timeout=2)"]
CMD ["cascade", "serve", "--host", "0.0.0.0"]
