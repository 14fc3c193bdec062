import pulumi
import pulumi_outscale as outscale


class Network(pulumi.ComponentResource):
    def __init__(self, name: str, zones: list[str], opts: pulumi.ResourceOptions | None = None):
        super().__init__("everything:index:Network", name, {}, opts)
        net = outscale.Net(name, ip_range="10.0.0.0/16", opts=pulumi.ResourceOptions(parent=self))
        self.subnets = [
            outscale.Subnet(
                f"{name}-{zone}",
                net_id=net.net_id,
                ip_range=f"10.0.{index}.0/24",
                subregion_name=zone,
                opts=pulumi.ResourceOptions(parent=self),
            )
            for index, zone in enumerate(zones)
        ]
        self.register_outputs({})
