export { addressesOf } from "./addresses";
export { isAdminSource } from "./admin-sources";
export { isBackedUp, isDeclaredWithoutBackup, isExpendable } from "./backup";
export { Bucket } from "./bucket";
export { dataDisksOf, hasVolumeElsewhere, holdsData } from "./data";
export { devicesOf } from "./devices";
export type { Device } from "./devices/device";
export { type Disk, Disks, disksOf } from "./disks";
export { type Entry, entriesOf } from "./entry";
export { Ephemerals, ephemeralsOf } from "./ephemerals";
export { isLeft } from "./exits";
export { Backups } from "./exports";
export { type Exposure, exposuresBy, type Way, waysIn } from "./exposure";
export { factsOf } from "./facts";
export { FlexibleGpu, gpusOf, haveEqualGpus } from "./flexible-gpu";
export { Guarded, guardedOf } from "./guarded";
export { type Front, frontsOf, passesBy, portsBehind } from "./fronts";
export { letsInLoadBalancer } from "./group-holders";
export { type Condition, type Scope, type Statement, statementsAt } from "./iam-document";
export { Instructed, instructionsOf } from "./instructions";
export {
  type Inventory,
  inventoryOf,
  type ListedBalancer,
  type ListedVm,
  type Placed,
  type StoppedVm,
} from "./inventory";
export type { ListenerEvidence } from "./inventory/balancers";
export type { NotKnown, Told } from "./inventory/told";
export type { AttachedVolume, LooseVolume } from "./inventory/volumes";
export { withKnown } from "./known";
export { bypassAt, filtersInside, isTaggedToFilter, subnetsOf } from "./lan-filtering";
export { type Listener, listenersOf } from "./listener";
export { LoadBalancer } from "./load-balancer";
export { hasAccessLog, hasHealthCheck, LoadBalancerAttributes } from "./load-balancer-attributes";
export { Net } from "./net";
export { NodePools, nodePoolsOf } from "./node-pools";
export { OksCluster } from "./oks-cluster";
export { type NodePool, OksManifest } from "./oks-manifest";
export { OpeningsOfGroup, openingsByGroup } from "./openings-of-group";
export { AddressSet } from "./openings/address-set";
export { PUBLIC_SPACE } from "./openings/public-space";
export { serviceTexts } from "./openings/service-text";
export { serviceAt } from "./openings/services";
export { letsEverythingOut, rangesThatLetEverythingOut } from "./outbound";
export { areTaggedApart, startApart } from "./placement";
export { type Port, portOf } from "./ports";
export { type PublicIpGrant, publicIpGrantsOf } from "./public-ip";
export { servicesBeyond, sumBeyond } from "./public-services";
export { hasPublicEntry, holdsVms } from "./public-subnet";
export { OutscaleProvider } from "./provider";
export { exposedText } from "./reach/exposed";
export type { Path } from "./reach/path";
export { pathsFrom, pathsFromVm } from "./reach/paths";
export { defaultSubregion, subregionsOf } from "./region";
export type { RegionPlace } from "./region-place";
export { RegionalResource } from "./regional";
export { internetRoutesOf, type Route } from "./route";
export { type Router, routersOf, routersOfVm } from "./router";
export { SecurityGroup } from "./security-group";
export { GroupOpening, type Opening, RangeOpening, SecurityGroupRule } from "./security-group-rule";
export { PORT, type SharedSettings } from "./settings";
export { snapshotCopiesOf } from "./snapshot";
export { Subnet } from "./subnet";
export { type SubnetRole, subnetRolesOf } from "./subnet-role";
export { tiersTogetherIn } from "./subnet-tiers";
export { Tag } from "./tag";
export { declaredJob, isOfTier, type Tier, tiersOf } from "./tiers";
export type { TightLoop } from "./user-data";
export { Vm } from "./vm";
export { sizeOf, typeOf, type VmSize } from "./vm-size";
export { Volume, VolumeLink } from "./volume";
export { isBehindVpn } from "./vpn";
export { hasWaf } from "./waf";
