import * as outscale from "@pulumi/outscale";

// The private key belongs elsewhere; what is wrong with these shows without it.
const privateKey = "kept elsewhere";

// RSA of 1024 bits, signed with SHA-1.
new outscale.ServerCertificate("old", {
  name: "old",
  privateKey,
  body: `-----BEGIN CERTIFICATE-----
MIICEjCCAXugAwIBAgIUd19H1eUrwOb5rKhcSZgEbI1s4MUwDQYJKoZIhvcNAQEF
BQAwGjEYMBYGA1UEAwwPd3d3LmV4YW1wbGUuY29tMCAXDTI2MTEyNTE5NDA0MloY
DzIxMjYxMTAxMTk0MDQyWjAaMRgwFgYDVQQDDA93d3cuZXhhbXBsZS5jb20wgZ8w
DQYJKoZIhvcNAQEBBQADgY0AMIGJAoGBALwQe+84Meh6njXxyAR2w9k28hZeerCL
0zu05eYN2EN1VsSGle+RzBjr0O628x38x7VFkRaDqeGChgr3l72c8DcwllbUr5qb
48ZE5SkHujX8vKs0DEcKGtDe+HcnuzfCBWdGvPpY99O4U2etNJyCf9rKuTnrRtCC
xekYBkWwm4P/AgMBAAGjUzBRMB0GA1UdDgQWBBQCGCJ2/tOb/VVv+i3H7gIRrJOm
BzAfBgNVHSMEGDAWgBQCGCJ2/tOb/VVv+i3H7gIRrJOmBzAPBgNVHRMBAf8EBTAD
AQH/MA0GCSqGSIb3DQEBBQUAA4GBAC5XuxzlRFJu3QbE1c+lipsw2rPuLIk5JI3w
sZWVcZXhGJoT5partpjwutFRY340K9WEjAwz3TdvLZdrlxvJiqN+r0RtBrypXXFs
XwhgRDcm5MS2vV9B9iM9oSKhlQGyXbs01fPs4SLzynk1sdDatFrpxsJwP6YthwDe
q0i4NEow
-----END CERTIFICATE-----
`,
});

// RSA of 2048 bits.
new outscale.ServerCertificate("middling", {
  name: "middling",
  privateKey,
  body: `-----BEGIN CERTIFICATE-----
MIICAzCCAamgAwIBAgIUGfMqTYjkhVhmo1g34MSCzhW7gFgwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRRXhhbXBsZSBhdXRob3JpdHkwIBcNMjQwMTAxMDAwMDAwWhgP
MjEyNjAxMDEwMDAwMDBaMBoxGDAWBgNVBAMMD3d3dy5leGFtcGxlLmNvbTCCASIw
DQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAJCxqG88n7WGs7mZCf0Qt0gy6ieH
m08pj/uxUDFymq5XjK1m0iLdw1Q5JDeCL5SWLYGl1Kbrb+2q5sgOhtauWAa1ExoK
y4kGQ23cq+to+xWBlWOHJ/gp+LsRY2mMmcTcYuIidb4PsKpAgIZc41LXidGZbBg8
JLTHj6Fgwe7s68NWJWdK8CV3xSNh1/YB+b7GqBEE4MbfUQlVfeZdBKSbdb1wGuJd
TBN5D8fgQjt4V48AOHTYkPhohMDbYSNc32kFdcWgv/6MWUJXzH3sG5SqhW++sc7n
wsalndwbf0Hidp7DBmopO2KWB981WmQgrzawjDGUnzhrdCBRaeheYkP23wMCAwEA
ATAKBggqhkjOPQQDAgNIADBFAiEAtDS1PhPNj75l/ji8p0bL8KZnGYyoK3nYu5nj
B+P0aPMCIDK3FXg/8E97KXBSIJISdQ1tIVAh/BM47ObG7iIadnFQ
-----END CERTIFICATE-----
`,
});

// Its private key comes back in the state.
new outscale.Keypair("made-by-outscale", { keypairName: "made-by-outscale" });
