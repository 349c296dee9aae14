#!/usr/bin/env bash
# Builds the Dockerfile and runs the image on a Debian machine that has neither Docker nor the base images: buildah
# builds as root, and two images made from Debian and this machine's .NET SDK stand in for Microsoft's. It shows that
# the Dockerfile is sound and that the program starts from it, without a shell and with nothing installed; it does not
# show what Microsoft's images hold.
#
#   apt-get install --no-install-recommends buildah debootstrap
#   bash tests/image/build-without-docker.sh                   the repository that this script is in
#   bash tests/image/build-without-docker.sh FOLDER            another one of the same shape
#   LAYERS=1 bash tests/image/build-without-docker.sh          also: does a change of code restore again? (10 GB more)
set -euo pipefail
repository=$(realpath "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}")
base_images=($(sed -nE 's/^FROM (--platform=[^ ]+ )?(mcr[^@ ]+).*/\2/p' "$repository/Dockerfile"))
sdk_image=${base_images[0]}
base_image=${base_images[1]}
image=localhost/postmortem-action

((EUID == 0)) || { echo "Run this as root." >&2; exit 1; }
for tool in buildah debootstrap dotnet; do
  command -v "$tool" >/dev/null || { echo "$tool is not on the PATH." >&2; exit 1; }
done

work=$(mktemp -d)
# What buildah mounted would be deleted through its mount: unmount first.
cleanup() {
  store rm --all >/dev/null 2>&1 || true
  rm -rf --one-file-system "$work"
}
trap cleanup EXIT
store() { buildah --storage-driver vfs --root "$work/storage" --runroot "$work/run" "$@"; }
say() { echo "== $*"; }

# import NAME FOLDER [buildah config options]: an image that holds a folder and nothing else.
import() {
  local name=$1 folder=$2 container
  shift 2
  container=$(store from scratch)
  store add --quiet "$container" "$folder" / >/dev/null
  store config "$@" "$container"
  store commit --quiet --rm "$container" "$name" >/dev/null
}

say "stand-in for $sdk_image"
certificates=${SSL_CERT_DIR:-/etc/ssl/certs}
icu=$(apt-cache pkgnames libicu | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1)
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-get indextargets --format '$(REPO_URI)' "Created-By: Packages" "Codename: $codename" | head -n 1)
debootstrap --variant=minbase --include="ca-certificates,libssl3,libstdc++6,$icu" "$codename" "$work/sdk" "$mirror" >"$work/debootstrap.log" 2>&1 ||
  { tail -n 20 "$work/debootstrap.log" >&2; exit 1; }
rm -rf "$work/sdk/var/cache/apt" "$work/sdk/var/lib/apt/lists" "$work/sdk/usr/share/doc"
mkdir -p "$work/sdk/usr/share/dotnet" "$work/sdk/etc/ssl/certs"
cp -a "$(dirname "$(readlink -f "$(command -v dotnet)")")/." "$work/sdk/usr/share/dotnet/"
ln -sf ../share/dotnet/dotnet "$work/sdk/usr/bin/dotnet"
cp -rL "$certificates/." "$work/sdk/etc/ssl/certs/" 2>/dev/null || true
settings=()
while IFS= read -r name; do
  case $name in
    SSL_CERT_*) ;; # the folder stands where .NET looks anyway
    NUGET_CERT_* | DOTNET_CLI_* | [Hh][Tt][Tt][Pp]_[Pp][Rr][Oo][Xx][Yy] | [Hh][Tt][Tt][Pp][Ss]_[Pp][Rr][Oo][Xx][Yy] | [Nn][Oo]_[Pp][Rr][Oo][Xx][Yy])
      settings+=(--env "$name=${!name}") ;;
  esac
done < <(compgen -e)

say "stand-in for $base_image"
# As in the original: the C library and what .NET itself loads, certificates, a user of its own; no shell, no ICU.
mkdir -p "$work/base"/{etc/ssl/certs,home/app,tmp}
chmod 1777 "$work/base/tmp"
mkdir -p "$work/sdk/usr/lib64"
(cd "$work/sdk" && find usr/lib usr/lib64 -xdev \( -name 'ld-linux*' -o -name 'libc.so.6' -o -name 'libm.so.6' -o -name 'libdl.so.2' \
  -o -name 'libpthread.so.0' -o -name 'librt.so.1' -o -name 'libresolv.so.2' -o -name 'libnss_*' -o -name 'libgcc_s.so.1' \
  -o -name 'libstdc++.so.6*' -o -name 'libssl.so.3' -o -name 'libcrypto.so.3' \) -print0 | tar --null -T - -cf -) | tar -C "$work/base" -xf -
for link in lib lib64; do
  if [[ -L $work/sdk/$link ]]; then cp -a "$work/sdk/$link" "$work/base/"; fi
done
cp -rL "$work/sdk/etc/ssl/certs/." "$work/base/etc/ssl/certs/"
printf 'root:x:0:0:root:/root:/sbin/nologin\napp:x:1654:1654::/home/app:/sbin/nologin\n' >"$work/base/etc/passwd"
printf 'root:x:0:\napp:x:1654:\n' >"$work/base/etc/group"

import "$base_image" "$work/base" --user 1654
import "$sdk_image" "$work/sdk" "${settings[@]}"
rm -rf "$work/sdk" "$work/base"

# build FOLDER [options]: the Dockerfile as it stands, but for the digests of Microsoft's images: the stand-ins have others.
build() {
  local folder=$1
  shift
  sed -E 's/@sha256:[0-9a-f]{64}//' "$folder/Dockerfile" >"$work/Dockerfile"
  (cd "$folder" && store build --isolation chroot --pull-never --ignorefile .dockerignore --tag "$image" "$@" --file "$work/Dockerfile" .)
}

say "build"
build "$repository" --layers="$([[ -n ${LAYERS:-} ]] && echo true || echo false)"

if [[ -n ${LAYERS:-} ]]; then
  say "build again after a change of code: the packages must come from the cache"
  mkdir "$work/changed"
  (cd "$repository" && tar --exclude=bin --exclude=obj --exclude=node_modules --exclude=.git -cf - .) | tar -C "$work/changed" -xf -
  echo '// changed' >>"$(find "$work/changed/src/PostmortemAction" -name '*.cs' | head -n 1)"
  build "$work/changed" --layers=true | tee "$work/again.log"
  grep -A 2 'RUN dotnet restore' "$work/again.log" | grep -q 'Using cache' || { echo "The restore was not cached." >&2; exit 1; }
fi

say "image"
container=$(store from --pull-never "$image")
mounted=$(store mount "$container")
du -sh "$mounted/app" | cut -f 1 | sed 's/^/size of the program: /'
config=$(store inspect --format '{{.OCIv1.Config.Entrypoint}} user={{.OCIv1.Config.User}} folder={{.OCIv1.Config.WorkingDir}}' "$container")
echo "$config"
if [[ $config != "[/app/PostmortemAction] user=root folder=" && $config != "[/app/PostmortemAction] user=root folder=/" ]]; then
  echo "The image does not start the program as root, or sets a folder of its own." >&2
  exit 1
fi
if [[ -e $mounted/bin/sh || -e $mounted/github ]]; then
  echo "The image holds a shell, or something where the runner mounts its folders." >&2
  exit 1
fi
store umount "$container" >/dev/null

# The folders and the variables that the runner gives a container action, for a comment on an issue that is no incident; nobody
# listens at the API's address.
lay_out() {
  local folder=$work/runner
  rm -rf "$folder"
  mkdir -p "$folder"/{workspace,home,workflow,file_commands,runner_temp}
  echo '{"action":"created","repository":{"full_name":"octo-org/octo-repo","default_branch":"main"},
    "issue":{"number":1,"title":"No incident","state":"open","labels":[],"user":{"login":"octocat"}},
    "comment":{"id":1,"body":"Hello","user":{"login":"octocat"}},"sender":{"login":"octocat"}}' >"$folder/workflow/event.json"
  if [[ -d $repository/tests/Scenarios ]]; then cp -r "$repository/tests/Scenarios" "$folder/workspace/"; fi
  touch "$folder"/file_commands/{output,summary,state,env,path}
  chown -R 1001:1001 "$folder"
  runner_variables=(
    CI=true GITHUB_ACTIONS=true GITHUB_ACTION=__self GITHUB_ACTOR=octocat GITHUB_JOB=postmortem
    GITHUB_API_URL=http://127.0.0.1:9 GITHUB_GRAPHQL_URL=http://127.0.0.1:9/graphql GITHUB_SERVER_URL=https://github.com
    GITHUB_EVENT_NAME=issue_comment GITHUB_EVENT_PATH=/github/workflow/event.json GITHUB_REF=refs/heads/main
    GITHUB_REPOSITORY=octo-org/octo-repo GITHUB_REPOSITORY_OWNER=octo-org GITHUB_RUN_ID=1 GITHUB_RUN_ATTEMPT=1
    GITHUB_SHA=0000000000000000000000000000000000000000 GITHUB_WORKFLOW=Postmortem GITHUB_WORKSPACE=/github/workspace
    GITHUB_OUTPUT=/github/file_commands/output GITHUB_STEP_SUMMARY=/github/file_commands/summary
    GITHUB_STATE=/github/file_commands/state GITHUB_ENV=/github/file_commands/env GITHUB_PATH=/github/file_commands/path
    HOME=/github/home RUNNER_OS=Linux RUNNER_TEMP=/github/runner_temp
    INPUT_GITHUB-TOKEN=not-a-token INPUT_ISSUE-NUMBER= INPUT_CONFIG=.github/postmortem.yml INPUT_DRY-RUN=true
    INPUT_INCIDENT-LABEL= INPUT_RESOLVED-LABEL= INPUT_DIRECTORY= INPUT_TEMPLATE= INPUT_TIME-ZONE=
  )
}

# start USER [arguments]: the entry point as the runner starts it.
start() {
  local user=$1 folder=$work/runner name mounts=()
  shift
  lay_out
  for name in workspace home workflow file_commands runner_temp; do
    mounts+=(--volume "$folder/$name:/github/$name")
  done
  store run --isolation chroot --workingdir /github/workspace --user "$user" "${mounts[@]}" "${runner_variables[@]/#/--env=}" "$container" -- /app/PostmortemAction "$@"
}

# 0: nothing to do. 1: told why it could not work. Anything else is a program that did not start or that broke.
failed=0
for user in 0:0 1001:1001; do
  say "run as $user"
  code=0
  start "$user" >"$work/log" 2>&1 || code=$?
  cat "$work/log"
  echo "exit code $code; outputs written: $(wc -l <"$work/runner/file_commands/output")"
  if ((code > 1)) || [[ ! -s $work/log ]] || grep -qE 'failed to start|Unhandled exception' "$work/log"; then
    failed=1
  fi
done

# Nothing may be written but in the runner's folders: the image under a root that takes no write, as `docker run --read-only` has it.
mkdir -p "$work/points"/{dev,proc,github/{workspace,home,workflow,file_commands,runner_temp}} "$work/sealed"
touch "$work/points/dev/null" "$work/points/dev/urandom"
image_root=$(store mount "$container")
for user in 0:0 1001:1001; do
  say "run as $user, read-only root"
  code=0
  lay_out
  unshare --mount bash -c '
    set -e
    mount -t overlay overlay -o "lowerdir=$1/points:$2" "$1/sealed"
    mount -t proc proc "$1/sealed/proc"
    for device in null urandom; do mount --bind "/dev/$device" "$1/sealed/dev/$device"; done
    for name in workspace home workflow file_commands runner_temp; do mount --bind "$1/runner/$name" "$1/sealed/github/$name"; done
    if touch "$1/sealed/tmp/x" 2>/dev/null; then echo "The root takes writes."; exit 2; fi
    exec env -i "${@:4}" "$(command -v chroot)" --userspec="$3" "$1/sealed" /app/PostmortemAction
  ' sealed "$work" "$image_root" "$user" "${runner_variables[@]}" >"$work/log" 2>&1 || code=$?
  cat "$work/log"
  echo "exit code $code; outputs written: $(wc -l <"$work/runner/file_commands/output")"
  if ((code != 1)) || ! grep -q 'github-unreachable' "$work/log"; then failed=1; fi
done
store umount "$container" >/dev/null

# What trimming took away too much of shows only where it is used: compose every scenario with the image's program.
for scenario in "$repository"/tests/Scenarios/*/; do
  name=$(basename "$scenario")
  if start 1001:1001 preview "Scenarios/$name" --out /github/runner_temp/out >"$work/log" 2>&1; then
    echo "preview $name: $(find "$work/runner/runner_temp" -type f | wc -l) files"
  else
    echo "preview $name failed:"
    cat "$work/log"
    failed=1
  fi
done
if ((failed)); then
  echo "The program did not run." >&2
  exit 1
fi
say "built and started"
