import base64
import json

import pulumi
import pulumi_outscale as outscale

from network import Network

config = pulumi.Config()
subregions = outscale.get_subregions().subregions
zones = [each.subregion_name for each in subregions]
image = outscale.get_images(filters=[{"name": "image_names", "values": ["debian"]}]).images[0]
snapshot = outscale.get_snapshot(snapshot_id="snap-12345678")

abroad = outscale.Provider("abroad", region="eu-west-2", api={"insecure": True})
network = Network("main", zones, pulumi.ResourceOptions(protect=True))
Network("other", ["eu-west-2a"], pulumi.ResourceOptions(providers=[abroad]))

volumes = [
    outscale.Volume(disk, subregion_name=zones[0], size=config.require_int("size"))
    for disk in config.require_object("disks")
]

keypair = outscale.get_keypair_output(keypair_name="admin")
vm = outscale.Vm(
    "web",
    image_id=image.image_id,
    vm_type=pulumi.Output.secret("tinav5.c1r1p2"),
    keypair_name=keypair.keypair_name,
    placement_tenancy=keypair.keypair_type,
    subnet_id=network.subnets[0].subnet_id,
    user_data=base64.b64encode(f"#!/bin/sh\ninstall {image.image_id}\n".encode()).decode(),
    deletion_protection=image.tpm_mandatory,
    tags=[
        {"key": "owner", "value": config.require("owner")},
        {"key": "password", "value": config.require_secret("password")},
        {"key": "both", "value": pulumi.Output.concat(network.subnets[0].subnet_id, "-", "x")},
        {"key": "all", "value": pulumi.Output.all("a", "b").apply(lambda both: "+".join(both))},
    ],
    block_device_mappings=[{"device_name": "/dev/sda1", "bsu": {"volume_size": snapshot.volume_size + 10}}],
    opts=pulumi.ResourceOptions(depends_on=volumes, retain_on_delete=True),
)

pulumi.Output.from_input("known").apply(lambda name: outscale.Volume(name, subregion_name=zones[1]))
vm.vm_id.apply(lambda id: outscale.Tag("late", resource_ids=[id]))


def later(id: str) -> None:
    outscale.Tag("later", resource_ids=[id])


vm.vm_id.apply(later)

if snapshot.volume_size > 100:
    outscale.Volume("large", subregion_name=zones[2], size=snapshot.volume_size)

outscale.SecurityGroup.get("existing", "sg-12345678")
base = pulumi.StackReference("organization/base/prod")
pulumi.export("type", base.get_output("type"))

pulumi.export("vm", vm.vm_id)
pulumi.export(f"json-{len(zones)}", pulumi.Output.json_dumps({"id": vm.vm_id}))
print(json.dumps(pulumi.get_organization()))
