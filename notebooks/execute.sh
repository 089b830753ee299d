#!/usr/bin/env bash
# Runs every notebook, or those named, from a clean kernel and writes the pages to output/notebooks/.
# A cell that fails makes the script fail. The notebooks themselves are not changed.
#
#   bash notebooks/execute.sh [notebooks/<name>.ipynb ...]
set -euo pipefail
cd "$(dirname "$0")/.."
source notebooks/python.sh

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

python=$(jupyter_python) || fail "Jupyter's nbconvert is missing. Run: npm run notebooks:setup"
export JUPYTER_PATH=$PWD/.jupyter/share/jupyter
[ -d "$JUPYTER_PATH/kernels/tslab" ] || fail "The TypeScript kernel is not registered. Run: npm run notebooks:setup"
[ -f dist/index.js ] || fail "The notebooks import dist/index.js, which is not built. Run: npm run build"

convert() {
  "$python" -m nbconvert --execute --ExecutePreprocessor.timeout=300 --log-level=ERROR "$@"
}

# Prints what the failing cells say. nbconvert reports a failed TypeScript cell as a bare `<Error>:`; the kernel's own
# message is in the cell's stream, which is kept only when the run is allowed to go on. Fails when no cell has failed.
print_failures() {
  convert --to notebook --stdout --allow-errors "$1" 2>/dev/null | "$python" -c '
import json, sys
messages = [
    (number, "".join(output.get("text") or output.get("traceback")))
    for number, cell in enumerate(json.load(sys.stdin)["cells"], start=1)
    for output in cell.get("outputs", [])
    if output.get("name") == "stderr" or output["output_type"] == "error"
]
for number, message in messages:
    print(f"  cell {number}: {message.rstrip()}")
sys.exit(not messages)
' 2>/dev/null
}

if [ $# -gt 0 ]; then notebooks=("$@"); else notebooks=(notebooks/*.ipynb); fi
mkdir -p output/notebooks
failed=()
for notebook in "${notebooks[@]}"; do
  [ -f "$notebook" ] || fail "No such notebook: $notebook"
  started=$SECONDS
  page="output/notebooks/$(basename "$notebook" .ipynb).html"
  rm -f "$page"
  if log=$(convert --to html --output-dir output/notebooks "$notebook" 2>&1 && "$python" notebooks/finish-page.py "$page" 2>&1); then
    echo "ok      $notebook ($((SECONDS - started)) s)"
  else
    echo "FAILED  $notebook"
    print_failures "$notebook" || echo "$log"
    failed+=("$notebook")
  fi
done
echo "Notebooks: $((${#notebooks[@]} - ${#failed[@]})) ran, ${#failed[@]} failed."
[ ${#failed[@]} -eq 0 ]
