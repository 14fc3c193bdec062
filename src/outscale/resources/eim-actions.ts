/**
 * The actions that EIM knows, as OUTSCALE's own policy generator and `octl` list them: of the API, and of the APIs that
 * are compatible with AWS's. What covers all of them allows everything that can be asked for.
 */

/** What each service of EIM can be asked for, by the first word of the call: `Read` of `Vms` is `api:ReadVms`. */
const CALLS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  api: {
    Accept: "NetPeering",
    Add: "UserToUserGroup",
    Check: "Authentication",
    Create: `
      AccessKey Account ApiAccessRule Ca ClientGateway DedicatedGroup DhcpOptions DirectLink
      DirectLinkInterface FlexibleGpu Image ImageExportTask InternetService Keypair ListenerRule
      LoadBalancer LoadBalancerListeners LoadBalancerPolicy LoadBalancerTags NatService Net NetAccessPoint
      NetPeering Nic Policy PolicyVersion ProductType PublicIp Route RouteTable SecurityGroup
      SecurityGroupRule ServerCertificate Snapshot SnapshotExportTask Subnet Tags User UserGroup
      VirtualGateway VmGroup VmTemplate Vms Volume VpnConnection VpnConnectionRoute
    `,
    Delete: `
      AccessKey ApiAccessRule Ca ClientGateway DedicatedGroup DhcpOptions DirectLink DirectLinkInterface
      ExportTask FlexibleGpu Image InternetService Keypair ListenerRule LoadBalancer LoadBalancerListeners
      LoadBalancerPolicy LoadBalancerTags NatService Net NetAccessPoint NetPeering Nic Policy
      PolicyVersion ProductType PublicIp Route RouteTable SecurityGroup SecurityGroupRule
      ServerCertificate Snapshot Subnet Tags User UserGroup UserGroupPolicy UserPolicy VirtualGateway
      VmGroup VmTemplate Vms Volume VpnConnection VpnConnectionRoute
    `,
    Deregister: "VmsInLoadBalancer",
    Disable: "OutscaleLogin OutscaleLoginForUsers OutscaleLoginPerUsers",
    Enable: "OutscaleLogin OutscaleLoginForUsers OutscaleLoginPerUsers",
    Link: `
      FlexibleGpu InternetService LoadBalancerBackendMachines ManagedPolicyToUserGroup Nic Policy
      PrivateIps PublicIp RouteTable VirtualGateway Volume
    `,
    Put: "UserGroupPolicy UserPolicy",
    Read: `
      AccessKeys Accounts AdminPassword ApiAccessPolicy ApiAccessRules ApiLogs CO2EmissionAccount Cas
      Catalog Catalogs ClientGateways ConsoleOutput ConsumptionAccount DedicatedGroups DhcpOptions
      DirectLinkInterfaces DirectLinks EntitiesLinkedToPolicy FlexibleGpuCatalog FlexibleGpus
      ImageExportTasks Images InternetServices Keypairs LinkedPolicies ListenerRules LoadBalancerTags
      LoadBalancers Locations ManagedPoliciesLinkedToUserGroup NatServices NetAccessPointServices
      NetAccessPoints NetPeerings Nets Nics Policies Policy PolicyVersion PolicyVersions ProductTypes
      PublicCatalog PublicIpRanges PublicIps Quotas Regions RouteTables SecretAccessKey SecurityGroups
      ServerCertificates SnapshotExportTasks Snapshots Subnets Subregions Tags UnitPrice UserGroup
      UserGroupPolicies UserGroupPolicy UserGroups UserGroupsPerUser UserPolicies UserPolicy Users
      VirtualGateways VmGroups VmTemplates VmTypes Vms VmsHealth VmsState VolumeUpdateTasks Volumes
      VpnConnections
    `,
    Reboot: "Vms",
    Register: "VmsInLoadBalancer",
    Reject: "NetPeering",
    Remove: "UserFromUserGroup",
    Scale: "DownVmGroup UpVmGroup",
    Set: "DefaultPolicyVersion",
    Start: "Vms",
    Stop: "Vms",
    Unlink: `
      FlexibleGpu InternetService LoadBalancerBackendMachines ManagedPolicyFromUserGroup Nic Policy
      PrivateIps PublicIp RouteTable VirtualGateway Volume
    `,
    Update: `
      AccessKey Account ApiAccessPolicy ApiAccessRule Ca DedicatedGroup DirectLinkInterface FlexibleGpu
      Image ListenerRule LoadBalancer Net NetAccessPoint Nic Route RoutePropagation RouteTableLink
      ServerCertificate Snapshot Subnet User UserGroup Vm VmGroup VmTemplate Volume VpnConnection
    `,
  },
  ec2: {
    Accept: "VpcPeeringConnection",
    Allocate: "Address",
    Assign: "PrivateIpAddresses",
    Associate: "Address DhcpOptions RouteTable",
    Attach: "InternetGateway NetworkInterface Volume VpnGateway",
    Authorize: "SecurityGroupEgress SecurityGroupIngress",
    Cancel: "ExportTask",
    Copy: "Image Snapshot",
    Create: `
      CustomerGateway DhcpOptions Image ImageExportTask InternetGateway KeyPair NatGateway
      NetworkInterface Route RouteTable SecurityGroup Snapshot SnapshotExportTask Subnet Tags Volume Vpc
      VpcEndpoint VpcPeeringConnection VpnConnection VpnConnectionRoute VpnGateway
    `,
    Delete: `
      CustomerGateway DhcpOptions InternetGateway KeyPair NatGateway NetworkInterface Route RouteTable
      SecurityGroup Snapshot Subnet Tags Volume Vpc VpcEndpoints VpcPeeringConnection VpnConnection
      VpnConnectionRoute VpnGateway
    `,
    Deregister: "Image",
    Describe: `
      Addresses AvailabilityZones CustomerGateways DhcpOptions ImageAttribute ImageExportTasks Images
      InstanceAttribute InstanceStatus InstanceTypes Instances InternetGateways KeyPairs NatGateways
      NetworkInterfaces PrefixLists ProductTypes Quotas Regions RouteTables SecurityGroups
      SnapshotAttribute SnapshotExportTasks Snapshots Subnets Tags Volumes VpcAttribute
      VpcEndpointServices VpcEndpoints VpcPeeringConnections Vpcs VpnConnections VpnGateways
    `,
    Detach: "InternetGateway NetworkInterface Volume VpnGateway",
    Disable: "VgwRoutePropagation",
    Disassociate: "Address RouteTable",
    Enable: "VgwRoutePropagation",
    Get: "ConsoleOutput PasswordData ProductType ProductTypes",
    Import: "KeyPair Snapshot",
    Modify: `
      ImageAttribute InstanceAttribute InstanceKeypair NetworkInterfaceAttribute SnapshotAttribute
      SubnetAttribute VpcEndpoint
    `,
    Read: "PublicIpRanges",
    Reboot: "Instances",
    Register: "Image",
    Reject: "VpcPeeringConnection",
    Release: "Address",
    Replace: "Route RouteTableAssociation",
    Revoke: "SecurityGroupEgress SecurityGroupIngress",
    Run: "Instances",
    Start: "Instances",
    Stop: "Instances",
    Terminate: "Instances",
    Unassign: "PrivateIpAddresses",
  },
  elasticloadbalancing: {
    Add: "Tags",
    Configure: "HealthCheck",
    Create: `
      AppCookieStickinessPolicy LBCookieStickinessPolicy LoadBalancer LoadBalancerListeners
      LoadBalancerPolicy
    `,
    Delete: "LoadBalancer LoadBalancerListeners LoadBalancerPolicy",
    Deregister: "InstancesFromLoadBalancer",
    Describe: "InstanceHealth LoadBalancerAttributes LoadBalancers Tags",
    Modify: "LoadBalancerAttributes",
    Register: "InstancesWithLoadBalancer",
    Remove: "Tags",
    Set: `
      LoadBalancerListenerSSLCertificate LoadBalancerPoliciesForBackendServer
      LoadBalancerPoliciesOfListener
    `,
  },
  iam: {
    Add: "UserToGroup",
    Attach: "GroupPolicy UserPolicy",
    Create: "AccessKey Group Policy PolicyVersion User",
    Delete: "AccessKey Group GroupPolicy Policy PolicyVersion ServerCertificate User UserPolicy",
    Detach: "GroupPolicy UserPolicy",
    Get: "Group GroupPolicy Policy PolicyVersion ServerCertificate User UserPolicy",
    List: `
      AccessKeys AttachedGroupPolicies AttachedUserPolicies GroupPolicies Groups GroupsForUser Policies
      PolicyVersions ServerCertificates UserPolicies Users
    `,
    Put: "GroupPolicy UserPolicy",
    Remove: "UserFromGroup",
    Set: "DefaultPolicyVersion",
    Update: "AccessKey Group ServerCertificate User",
    Upload: "ServerCertificate",
  },
  directconnect: {
    Allocate: "PrivateVirtualInterface",
    Confirm: "PrivateVirtualInterface",
    Create: "Connection PrivateVirtualInterface",
    Delete: "Connection VirtualInterface",
    Describe: "Connections Locations VirtualGateways VirtualInterfaces",
  },
};

/** The services of EIM: `*` in place of one stands for all of them. */
export const SERVICES: readonly string[] = Object.keys(CALLS);

/** Every action of a service, `api:ReadVms`. */
export function actionsOf(service: string): string[] {
  return Object.entries(CALLS[service] ?? {}).flatMap(([verb, nouns]) =>
    nouns
      .trim()
      .split(/\s+/)
      .map((noun) => `${service}:${verb}${noun}`),
  );
}
