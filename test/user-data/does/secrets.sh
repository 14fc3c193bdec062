#!/bin/bash
export OSC_ACCESS_KEY=H7Q2MB9XK4ZWJ5TC8RN3
export OSC_SECRET_KEY=WJ4KQ7Z2MB9XH5TC8RN3VD6LPG1YF0SAEU2IO4KZ
cat > /etc/app/database.ini <<INI
[database]
host = db.internal
user = app
password = tr0ub4dor&3
INI
mysql -h db.internal -u root -pCorrect7Horse -e "CREATE USER 'app'@'%' IDENTIFIED BY 'b4ttery-Staple!'"
git clone https://deploy:9fK2xLq8Zr@git.internal/app.git /opt/app
echo -n "open sesame" | cryptsetup open /dev/xvdb data -
