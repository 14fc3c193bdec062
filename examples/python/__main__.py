import pulumi_outscale as outscale

net = outscale.Net("net", ip_range="10.0.0.0/16", tags=[{"key": "sensitivity", "value": "internal"}])
web = outscale.SecurityGroup("web", net_id=net.net_id, description="Web servers")

outscale.SecurityGroupRule(
    "web-ssh",
    security_group_id=web.security_group_id,
    flow="Inbound",
    ip_protocol="tcp",
    from_port_range=22,
    to_port_range=22,
    ip_range="0.0.0.0/0",
)

ranges = {"a": "10.0.1.0/24", "b": "10.0.2.0/24"}
for zone, ip_range in ranges.items():
    subnet = outscale.Subnet(
        f"web-{zone}",
        net_id=net.net_id,
        ip_range=ip_range,
        subregion_name=f"cloudgouv-eu-west-1{zone}",
    )

    outscale.Vm(
        f"web-{zone}",
        image_id="ami-12345678",
        subnet_id=subnet.subnet_id,
        security_group_ids=[web.security_group_id],
        tags=[{"key": "tier", "value": "web"}],
    )
