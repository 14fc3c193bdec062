#!/bin/bash
DB_PASSWORD=$(vault kv get -field=password kv/db)
API_TOKEN="${API_TOKEN:?set me}"
cat > /etc/app.env <<EOF
DATABASE_PASSWORD=$DB_PASSWORD
SMTP_PASSWORD=changeme
TOKEN_FILE=/run/secrets/token
GITLAB_TOKEN=<your-token-here-0000>
SECRET_KEY_BASE=vault:kv/data/app#secret_key_base
PASSWORD_MIN_LENGTH=14
EOF
curl -H "Authorization: Bearer $API_TOKEN" https://api.internal/register
echo "$LUKS_KEY" | cryptsetup luksAddKey /dev/xvdb -
mysql --defaults-extra-file=/root/.my.cnf -u root -p"$DB_PASSWORD" -e "ALTER USER app IDENTIFIED BY '${DB_PASSWORD}'"
