const { credentials, status } = require("@grpc/grpc-js");
const { ResourceMonitorClient } = require("@pulumi/pulumi/proto/resource_grpc_pb");
const { RegisterResourceRequest } = require("@pulumi/pulumi/proto/resource_pb");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb");

const [, , name] = process.argv;
const request = new RegisterResourceRequest()
  .setType("outscale:index/net:Net")
  .setName(name)
  .setCustom(true)
  .setObject(Struct.fromJavaScript({ ipRange: "10.0.0.0/16" }));
const monitor = new ResourceMonitorClient(process.env.PULUMI_NODEJS_MONITOR, credentials.createInsecure());
monitor.registerResource(request, (error) => {
  console.log(`${name}: ${error ? status[error.code] : "registered"}`);
  monitor.close();
});
