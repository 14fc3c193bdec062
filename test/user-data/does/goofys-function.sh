#!/bin/bash
mount_bucket() {
  local bucket="${1:?bucket}" dir="${2:-/mnt/$1}"
  mkdir -p "$dir"
  mountpoint -q "$dir" && return 0
  case "$(uname -m)" in
    x86_64 | amd64) goofys --endpoint "$OOS" -o allow_other "$bucket" "$dir" ;;
    *)
      echo "no goofys for $(uname -m)" >&2
      geesefs --endpoint "$OOS" "$bucket" "$dir"
      ;;
  esac
}

OOS=https://oos.cloudgouv-eu-west-1.outscale.com
mount_bucket invoices
mount_bucket avatars /srv/avatars
