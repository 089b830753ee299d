#!/usr/bin/env bash
# Takes outputs and execution counts out of every notebook, in place: run it before you commit one.
set -euo pipefail
cd "$(dirname "$0")/.."
source notebooks/python.sh

python=$(jupyter_python) || { echo "Jupyter's nbconvert is missing. Run: npm run notebooks:setup" >&2; exit 1; }
"$python" -m nbconvert --clear-output --inplace --log-level=ERROR notebooks/*.ipynb
