#!/bin/bash
METADATA=http://169.254.169.254/latest/meta-data
until ROLE=$(curl -sf "$METADATA/tags/role"); do
  echo "waiting for the metadata server"
done

wait_for_name() {
  while ! getent hosts "$1" >/dev/null; do
    :
  done
}
wait_for_name db.internal
echo "role: $ROLE" > /etc/role
