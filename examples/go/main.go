package main

import (
	"github.com/pulumi/pulumi-terraform-provider/sdks/go/outscale/outscale"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		net, err := outscale.NewNet(ctx, "net", &outscale.NetArgs{
			IpRange: pulumi.String("10.0.0.0/16"),
			Tags: outscale.NetTagArray{
				&outscale.NetTagArgs{Key: pulumi.String("sensitivity"), Value: pulumi.String("internal")},
			},
		})
		if err != nil {
			return err
		}

		web, err := outscale.NewSecurityGroup(ctx, "web", &outscale.SecurityGroupArgs{
			NetId:       net.NetId,
			Description: pulumi.String("Web servers"),
		})
		if err != nil {
			return err
		}

		_, err = outscale.NewSecurityGroupRule(ctx, "web-ssh", &outscale.SecurityGroupRuleArgs{
			SecurityGroupId: web.SecurityGroupId,
			Flow:            pulumi.String("Inbound"),
			IpProtocol:      pulumi.String("tcp"),
			FromPortRange:   pulumi.Float64(22),
			ToPortRange:     pulumi.Float64(22),
			IpRange:         pulumi.String("0.0.0.0/0"),
		})
		if err != nil {
			return err
		}

		ranges := map[string]string{"a": "10.0.1.0/24", "b": "10.0.2.0/24"}
		for zone, ipRange := range ranges {
			subnet, err := outscale.NewSubnet(ctx, "web-"+zone, &outscale.SubnetArgs{
				NetId:         net.NetId,
				IpRange:       pulumi.String(ipRange),
				SubregionName: pulumi.String("cloudgouv-eu-west-1" + zone),
			})
			if err != nil {
				return err
			}

			_, err = outscale.NewVm(ctx, "web-"+zone, &outscale.VmArgs{
				ImageId:          pulumi.String("ami-12345678"),
				SubnetId:         subnet.SubnetId,
				SecurityGroupIds: pulumi.StringArray{web.SecurityGroupId},
				Tags: outscale.VmTagArray{
					&outscale.VmTagArgs{Key: pulumi.String("tier"), Value: pulumi.String("web")},
				},
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
}
