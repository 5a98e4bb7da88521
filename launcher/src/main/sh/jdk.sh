# Finds a JDK that is new enough; read by ./rota and ./benchmark.
wanted=25

# A JDK says its version in its release file; reading that costs no start of a JVM.
suits() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$major" ] && [ "$major" -ge "$wanted" ]
}

find_jdk() {
  on_path=$(command -v java || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    on_path=${on_path%/bin/java}
  fi
  for jdk in "${ROTA_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$jdk" ] && suits "$jdk"; then
      echo "$jdk"
      return 0
    fi
  done
  return 1
}

if ! jdk=$(find_jdk); then
  echo "rota: no JDK $wanted or newer found: get one from https://adoptium.net (or your package manager) and point ROTA_JAVA_HOME at it." >&2
  exit 1
fi
