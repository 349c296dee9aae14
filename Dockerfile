# The image is built on the runner of everybody who uses the action, so the layers that change least come first.
# Dependabot keeps the digests.
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0.401-noble@sha256:e70cdb7f80b0348f5cb85f19a8f670fca061f033d57eed12fa003d58b0e06317 AS build
# What is locked stands in our lock files, of which the image keeps nothing: let the list of its contents see them.
ARG BUILDKIT_SBOM_SCAN_CONTEXT=true
ARG TARGETARCH
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /source

# linux-x64 or linux-arm64; without BuildKit nobody says which, and then it is this machine's own.
RUN case "${TARGETARCH:-$(uname -m)}" in \
      amd64 | x86_64) echo linux-x64 ;; \
      arm64 | aarch64) echo linux-arm64 ;; \
      *) echo "There is no build for ${TARGETARCH:-$(uname -m)}." >&2; exit 1 ;; \
    esac > /rid

# What links the program. For the other processor it is a linker of its own, named as the project file says.
RUN apt-get update \
    && if [ "$(cat /rid)" = linux-arm64 ]; then arch=aarch64 cross=arm64; else arch=x86-64 cross=amd64; fi \
    && if [ "$(dpkg --print-architecture)" = "$cross" ]; then set -- gcc libc6-dev; else set -- "gcc-$arch-linux-gnu" "libc6-dev-$cross-cross"; fi \
    && apt-get install --yes --no-install-recommends "$@" \
    && rm -rf /var/lib/apt/lists/*

# Packages: a change of code does not fetch them again. The property, unlike restore's own -r, also brings the compiler.
COPY src/Directory.Build.props src/Directory.Build.targets src/Directory.Packages.props src/
COPY src/PostmortemAction/PostmortemAction.csproj src/PostmortemAction/packages.lock.json src/PostmortemAction/
COPY src/PostmortemAction.Core/PostmortemAction.Core.csproj src/PostmortemAction.Core/packages.lock.json src/PostmortemAction.Core/
COPY src/PostmortemAction.GitHub/PostmortemAction.GitHub.csproj src/PostmortemAction.GitHub/packages.lock.json src/PostmortemAction.GitHub/
RUN dotnet restore src/PostmortemAction/PostmortemAction.csproj -p:RuntimeIdentifier="$(cat /rid)" --locked-mode

# The program. Analyzers have had their say in CI: a warning that only a newer SDK knows must not stop somebody's run.
COPY .github/ISSUE_TEMPLATE/incident.yml .github/ISSUE_TEMPLATE/
COPY .github/workflows/postmortem.yml .github/workflows/
COPY src src
RUN dotnet publish src/PostmortemAction/PostmortemAction.csproj -c Release -r "$(cat /rid)" --no-restore \
      -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false -o /app

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0.12-noble-chiseled@sha256:dc5cd0c7d0a39b825312b4f0986d99b9adf9b6a3af69bc23cd345c27d9ed916a
COPY --from=build /app/PostmortemAction /app/PostmortemAction
# Certificates come from the one bundle; the folder of them would be read file by file. A folder that is named instead,
# such as one with the certificate of a GitHub Enterprise Server, is read beside the bundle.
# The collector sizes its first generation by the processor's cache, which on a runner is more than a run needs, and lets it grow;
# four megabytes, then as now, cost no time. The numbers are hexadecimal, and a prefix would make them unread.
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 \
    DOTNET_GCgen0size=400000 \
    DOTNET_GCGen0MaxBudget=400000 \
    SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt \
    SSL_CERT_DIR=/etc/ssl/none
# This base runs as a user of its own. The files that the runner mounts (outputs, summary, workspace) belong to the
# runner's user, whose number we cannot know, so only root can write them; GitHub asks for root for that reason.
USER root
ENTRYPOINT ["/app/PostmortemAction"]
