#!/bin/bash
until curl -sf http://169.254.169.254/latest/meta-data/instance-id; do sleep 2; done
wait_for() { local n=0; until getent hosts "$1"; do n=$((n + 1)); sleep $((2 ** n)); done; }
wait_for db.internal
while ! osc-cli api ReadVms | jq -e '.Vms[0].State == "running"'; do
  echo waiting
  sleep "${PAUSE:-5}"
done
curl --retry 10 --retry-connrefused http://169.254.169.254/latest/user-data
for host in db web cache; do host "$host"; done
while read -r name; do nslookup "$name"; done < /etc/names
until curl -sf http://localhost:8080/health; do :; done
