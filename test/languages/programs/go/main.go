package main

import (
	"encoding/base64"
	"fmt"

	"everything/network"

	"github.com/pulumi/pulumi-terraform-provider/sdks/go/outscale/outscale"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(program)
}

func program(ctx *pulumi.Context) error {
	settings := config.New(ctx, "")
	subregions, err := outscale.GetSubregions(ctx, &outscale.GetSubregionsArgs{})
	if err != nil {
		return err
	}
	var zones []string
	for _, each := range subregions.Subregions {
		zones = append(zones, *each.SubregionName)
	}
	images, err := outscale.GetImages(ctx, &outscale.GetImagesArgs{
		Filters: []outscale.GetImagesFilter{{Name: "image_names", Values: []string{"debian"}}},
	})
	if err != nil {
		return err
	}
	image := images.Images[0]
	id := "snap-12345678"
	snapshot, err := outscale.LookupSnapshot(ctx, &outscale.LookupSnapshotArgs{SnapshotId: &id})
	if err != nil {
		return err
	}

	abroad, err := outscale.NewProvider(ctx, "abroad", &outscale.ProviderArgs{
		Region: pulumi.String("eu-west-2"),
		Api:    &outscale.ProviderApiArgs{Insecure: pulumi.Bool(true)},
	})
	if err != nil {
		return err
	}
	main, err := network.New(ctx, "main", zones, pulumi.Protect(true))
	if err != nil {
		return err
	}
	if _, err = network.New(ctx, "other", []string{"eu-west-2a"}, pulumi.Providers(abroad)); err != nil {
		return err
	}

	var disks []string
	settings.RequireObject("disks", &disks)
	var volumes []pulumi.Resource
	for _, disk := range disks {
		volume, err := outscale.NewVolume(ctx, disk, &outscale.VolumeArgs{
			SubregionName: pulumi.String(zones[0]),
			Size:          pulumi.Float64(settings.RequireFloat64("size")),
		})
		if err != nil {
			return err
		}
		volumes = append(volumes, volume)
	}

	keypair := outscale.LookupKeypairOutput(ctx, outscale.LookupKeypairOutputArgs{KeypairName: pulumi.String("admin")})
	userData := base64.StdEncoding.EncodeToString([]byte(fmt.Sprintf("#!/bin/sh\ninstall %s\n", *image.ImageId)))
	vm, err := outscale.NewVm(ctx, "web", &outscale.VmArgs{
		ImageId:            pulumi.String(*image.ImageId),
		VmType:             pulumi.ToSecret(pulumi.String("tinav5.c1r1p2")).(pulumi.StringOutput),
		KeypairName:        keypair.KeypairName(),
		PlacementTenancy:   keypair.KeypairType(),
		SubnetId:           main.Subnets[0].SubnetId,
		UserData:           pulumi.String(userData),
		DeletionProtection: pulumi.BoolPtrFromPtr(image.TpmMandatory),
		Tags: outscale.VmTagArray{
			&outscale.VmTagArgs{Key: pulumi.String("owner"), Value: pulumi.String(settings.Require("owner"))},
			&outscale.VmTagArgs{Key: pulumi.String("password"), Value: settings.RequireSecret("password")},
			&outscale.VmTagArgs{Key: pulumi.String("both"), Value: pulumi.Sprintf("%s-%s", main.Subnets[0].SubnetId, "x")},
			&outscale.VmTagArgs{Key: pulumi.String("all"), Value: pulumi.All("a", "b").ApplyT(func(both []any) string {
				return both[0].(string) + "+" + both[1].(string)
			}).(pulumi.StringOutput)},
		},
		BlockDeviceMappings: outscale.VmBlockDeviceMappingArray{
			&outscale.VmBlockDeviceMappingArgs{
				DeviceName: pulumi.String("/dev/sda1"),
				Bsu:        &outscale.VmBlockDeviceMappingBsuArgs{VolumeSize: pulumi.Float64(snapshot.VolumeSize + 10)},
			},
		},
	}, pulumi.DependsOn(volumes), pulumi.RetainOnDelete(true))
	if err != nil {
		return err
	}

	pulumi.String("known").ToStringOutput().ApplyT(func(name string) error {
		_, err := outscale.NewVolume(ctx, name, &outscale.VolumeArgs{SubregionName: pulumi.String(zones[1])})
		return err
	})
	vm.VmId.ApplyT(func(id string) error {
		_, err := outscale.NewTag(ctx, "late", &outscale.TagArgs{ResourceIds: pulumi.ToStringArray([]string{id})})
		return err
	})
	vm.VmId.ApplyT(func(id string) error { return later(ctx, id) })

	if snapshot.VolumeSize > 100 {
		if _, err := outscale.NewVolume(ctx, "large", &outscale.VolumeArgs{
			SubregionName: pulumi.String(zones[2]),
		}); err != nil {
			return err
		}
	}

	if _, err := outscale.GetSecurityGroup(ctx, "existing", pulumi.ID("sg-12345678"), nil); err != nil {
		return err
	}
	base, err := pulumi.NewStackReference(ctx, "organization/base/prod", nil)
	if err != nil {
		return err
	}
	ctx.Export("type", base.GetOutput(pulumi.String("type")))

	ctx.Export("vm", vm.VmId)
	ctx.Export(fmt.Sprintf("json-%d", len(zones)), pulumi.JSONMarshal(map[string]any{"id": vm.VmId}))
	return nil
}

func later(ctx *pulumi.Context, id string) error {
	_, err := outscale.NewTag(ctx, "later", &outscale.TagArgs{ResourceIds: pulumi.ToStringArray([]string{id})})
	return err
}
