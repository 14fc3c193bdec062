export { type Asset, type AssetKind, makeAsset, NET_ELSEWHERE, SUBREGION_NOT_KNOWN } from "./assets/asset";
export { assetsOf, type AssetScope } from "./assets/assets";
export { CertificateText, certificateTextsOf } from "./certificates/certificate-text";
export { isStrong, type PublicKey, weakKeyText } from "./certificates/public-key";
export { isStrongHash } from "./certificates/signature";
export { addUp } from "./firewall/sum-of-rules";
export { findAdminExposures, findAdminPorts } from "./firewall/admin-exposure";
export { isAdminSource } from "./firewall/admin-sources";
export { type Exposure, findInternalExposures, type EntryPoint, listEntryPoints } from "./firewall/exposure";
export {
  type LoadBalancerInFront,
  findLoadBalancersInFront,
  bypasses,
  portsBehind,
} from "./firewall/load-balancers-in-front";
export { letsInLoadBalancer } from "./firewall/group-holders";
export { SecurityGroupTarget, listSecurityGroupTargets } from "./firewall/security-group-targets";
export { OpeningsOfGroup, openingsByGroup } from "./firewall/openings-of-group";
export { letsEverythingOut, rangesThatLetEverythingOut } from "./firewall/outbound";
export { opensEverythingTo } from "./firewall/peering-openings";
export { findExcess, findServicesBeyond } from "./firewall/public-services";
export { hasWaf } from "./firewall/waf";
export { enoughSubregions } from "./grouping/spread";
export { hasTag } from "./grouping/tags";
export type { ListenerEvidence } from "./inventory/balancers";
export {
  type ComparedKind,
  type Comparison,
  compareSeen,
  contradict,
  type Difference,
  listedKeys,
  type Sight,
} from "./inventory/compare";
export { readDrifted } from "./inventory/drifted";
export { factsOf } from "./inventory/facts";
export type {
  Infrastructure,
  ListedResource,
  NodePoolEvidence,
  PlacedResource,
  PublicIpEvidence,
} from "./inventory/infrastructure";
export { isValueOf } from "./inventory/words";
export { type LeftOut, type LeftOutReason, listLeftOut, listUnlistedEnvironments } from "./inventory/left-out";
export {
  type Inventory,
  inventoryOf,
  type ListedBalancer,
  type ListedVm,
  type Placed,
  type StoppedVm,
} from "./inventory/inventory";
export {
  listSeen,
  type Seen,
  type SeenFacts,
  seenKey,
  SEEN_KINDS,
  type SeenKind,
  type SeenName,
  type SeenProperty,
  type SeenValue,
  tellFacts,
  tellIops,
  tellType,
} from "./inventory/seen";
export { chooseFrom, isEverything, listedUrns, selectFrom, type Selection } from "./inventory/select";
export { listSelectable } from "./inventory/selectable";
export { withoutTerminated } from "./inventory/terminated";
export { listSecrets } from "./inventory/secrets";
export { TaggedStack } from "./inventory/required-tags";
export type { UnknownReason, KnownValue } from "./inventory/known-values";
export { SERVICES, servicesOf } from "./inventory/used-service";
export type { AttachedVolume, LooseVolume } from "./inventory/volumes";
export { driverPlaces, HelmChart, isBucketDriver } from "./kubernetes/manifests/bucket-volumes";
export { KUBERNETES_TYPES, kubernetesObjectsOf } from "./kubernetes/manifests/objects";
export { asksForEncryption, makesVolumes, namesKey, namesKeyService } from "./kubernetes/manifests/storage-class";
export { NodePools, nodePoolsOf } from "./kubernetes/node-pools";
export { OksCluster } from "./kubernetes/oks-cluster";
export { type NodePool, OksManifest } from "./kubernetes/oks-manifest";
export { AddressSet } from "./openings/address-set";
export { PUBLIC_SPACE } from "./openings/public-space";
export { type NamedServices, namedServices, servicesText, serviceTexts } from "./openings/service-text";
export { coversPorts, servicesAt } from "./openings/services";
export { listDecodedLines } from "./programs/decoded-lines";
export { Instructed, instructionsOf } from "./programs/instructions";
export { writtenSecretsOf } from "./programs/written-secret";
export { listAccounts, refuseTwoAccounts } from "./provider/accounts";
export { addressesOf } from "./provider/addresses";
export {
  countPorts,
  EVERY_PORT,
  EVERY_TCP_PORT,
  formatPortRange,
  formatPorts,
  type Ports,
  tcpPort,
} from "./provider/ports";
export type { Drift } from "./provider/drift";
export { ObservedSystem } from "./provider/observed-system";
export { OutscaleProvider } from "./provider/provider";
export { findRecoverySite, mayHoldSensitive } from "./provider/recovery-site";
export { defaultSubregion, subregionsOf } from "./provider/region";
export { System } from "./provider/system";
export type { RegionPlace } from "./provider/region-place";
export { RegionalResource } from "./provider/regional";
export { serviceName } from "./provider/service-names";
export { PORT, type SharedSettings } from "./provider/settings";
export { describeExposure } from "./reach/exposure-text";
export { isEntryByPublicIp } from "./reach/entry-by-public-ip";
export type { Path } from "./reach/path";
export { findTiersCalledBy } from "./reach/calls";
export { findPathsFrom, findPathsFromVm } from "./reach/paths";
export { AccessKey } from "./resources/access-key";
export { Account, ApiAccessPolicy, ApiAccessRule } from "./resources/api-access";
export { Bucket } from "./resources/bucket";
export { BucketAccess } from "./resources/bucket-access";
export { EimPolicy, type Excess } from "./resources/eim-policy";
export { FlexibleGpu } from "./resources/flexible-gpu";
export { describeGiven } from "./resources/given-text";
export { type Condition, type Scope, type IamStatement, statementsAt } from "./resources/iam-document";
export { Keypair } from "./resources/keypair";
export { bypassAt, filtersInside, isTaggedToFilter } from "./resources/lan-filtering";
export { type Listener, listenersOf, TLS_PORTS } from "./resources/listener";
export { LoadBalancer } from "./resources/load-balancer";
export { hasAccessLog, hasHealthCheck, LoadBalancerAttributes } from "./resources/load-balancer-attributes";
export { setsCookiesOverTls } from "./resources/load-balancer-policy";

export { Net } from "./resources/net";
export { NetAccessPoint, findServicesOutsideNet } from "./resources/net-access-point";
export { NetPeering, NetPeeringAcceptation, type PeeringEnd } from "./resources/net-peering";
export { type Peer, toPeer } from "./resources/peer";
export { type PublicIpGrant, publicIpGrantsOf } from "./resources/public-ip";
export { findInternetRoutesOf, Route } from "./resources/route";
export { SecurityGroup } from "./resources/security-group";
export { GroupOpening, type Opening, RangeOpening } from "./resources/rule-openings";
export { SecurityGroupRule } from "./resources/security-group-rule";
export { Permission, permissionsOf } from "./resources/sharing";
export { snapshotCopiesOf } from "./resources/snapshot";
export { Subnet, subnetsOf } from "./resources/subnet";
export { Tag } from "./resources/tag";
export { Vm } from "./resources/vm";
export { Volume, VolumeLink } from "./resources/volume";
export { connectionsOf, Propagation, VpnConnection } from "./resources/vpn-gateway";
export {
  type Classified,
  classifiedIn,
  classOf,
  isSensitive,
  type Misfit,
  misfitOf,
  settingWithoutSensitive,
} from "./sensitivity/classification";
export { dataLocationsOf } from "./sensitivity/data-location";
export { type ForeignData, foreignDataIn } from "./sensitivity/foreign-cloud";
export { placedDataIn } from "./sensitivity/placed-data";
export { holdsSensitiveData, holdsSensitiveHere } from "./sensitivity/sensitive-data";
export { isAcceptedEntry, admitsForeigners, leadsToSensitive } from "./sensitivity/sensitive-entry";
export { internetWayOf, listInternetDestinations } from "./sensitivity/sensitive-subnet";
export { isBackedUp, isDeclaredWithoutBackup, isExpendable } from "./storage/backup";
export { copiesOf, type CopyLack } from "./storage/copies";
export { originText } from "./storage/copies/copied-device";
export { holdsData } from "./storage/data";
export { devicesOf } from "./storage/devices";
export type { Device } from "./storage/devices/device";
export { EVIDENCE_SETTINGS, ROOT_SETTING, SENSITIVE_EVIDENCE_SETTINGS } from "./storage/devices/evidence-settings";
export {
  describeClear,
  describeInstead,
  describeKeys,
  type Lack,
  findLackOfEvidence,
} from "./storage/devices/lack-of-evidence";
export { Disks, disksOf } from "./storage/disks";
export { Ephemerals, ephemeralsOf } from "./storage/ephemerals";
export { Backups } from "./storage/exports";
export { holdsScratchOnly, isScratch } from "./storage/scratch";
export { countDisks, hasDataDisks, type KnownStorage, findUnevenStorage } from "./storage/tier-storage";
export { type Capacity, describeCapacity, type EquivalentVms, groupEquivalents } from "./tiers/capacity";
export { type Entry, entriesOf } from "./tiers/entry";
export { declaredJob, describeGrouping, GUESSED_TIER, isOfTier, isOfTierOrNamed } from "./tiers/job";
export { areTaggedApart, startApart } from "./tiers/placement";
export { hasPublicEntry, holdsVms } from "./tiers/public-subnet";
export { type Router, routersOf } from "./tiers/router";
export { type SubnetRole, subnetRolesOf } from "./tiers/subnet-role";
export { tiersTogetherIn } from "./tiers/subnet-tiers";
export { comparableTiersOf, NetVms, spreadUnitsOf } from "./tiers/net-vms";
export { type AcceptedLoss, PUBLIC_CLOUD, Tier, tiersOf, tiersUsedFor } from "./tiers/tiers";
export { nameFirst, nameOrCount } from "./tiers/vm-names";
export {
  carriesProduction,
  natServicesOf,
  tiersShutInWith,
  tiersShutOutWith,
  subregionsWithoutNatService,
  subregionsWithoutWayOut,
  waysOutOf,
} from "./tiers/ways";
export type { Secret, TightLoop } from "./user-data";
export { letsFlowsOut } from "./vpn/egress";
export { isBehindVpn, onlyPeerOf } from "./vpn/vpn";
export { findDeadEnd, isToGateway, findMissedVpn, netOf } from "./vpn/vpn-routes";
