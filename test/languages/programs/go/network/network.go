package network

import (
	"fmt"

	"github.com/pulumi/pulumi-terraform-provider/sdks/go/outscale/outscale"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

type Network struct {
	pulumi.ResourceState
	Subnets []*outscale.Subnet
}

func New(ctx *pulumi.Context, name string, zones []string, opts ...pulumi.ResourceOption) (*Network, error) {
	network := &Network{}
	if err := ctx.RegisterComponentResource("everything:index:Network", name, network, opts...); err != nil {
		return nil, err
	}
	net, err := outscale.NewNet(ctx, name, &outscale.NetArgs{
		IpRange: pulumi.String("10.0.0.0/16"),
	}, pulumi.Parent(network))
	if err != nil {
		return nil, err
	}
	for index, zone := range zones {
		subnet, err := outscale.NewSubnet(ctx, name+"-"+zone, &outscale.SubnetArgs{
			NetId:         net.NetId,
			IpRange:       pulumi.String(fmt.Sprintf("10.0.%d.0/24", index)),
			SubregionName: pulumi.String(zone),
		}, pulumi.Parent(network))
		if err != nil {
			return nil, err
		}
		network.Subnets = append(network.Subnets, subnet)
	}
	return network, ctx.RegisterResourceOutputs(network, pulumi.Map{})
}
