-----BEGIN OUTSCALE SECTION-----
private_only=true
tags.osc.fcu.repulse_server_strict=orders-db
-----END OUTSCALE SECTION-----
#!/bin/bash
cryptsetup open /dev/xvdb data --key-file <(curl -fsS http://keys.internal/data)
