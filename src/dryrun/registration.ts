import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import type { ReadResourceRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { SourcePosition, StackTrace } from "@pulumi/pulumi/proto/source_pb";
import type { Frame } from "./position";
import { readObject } from "./struct";
import type { WireObject } from "../stack/wire";

/** What a program asks for when it makes a resource. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly custom: boolean;
  readonly remote: boolean;
  readonly inputs: WireObject;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly protect: boolean | undefined;
  readonly retainOnDelete: boolean | undefined;
  /** A provider reference, empty when none is named. */
  readonly provider: string;
  /** Provider references by package, for the children of a component. */
  readonly providers: Readonly<Record<string, string>>;
  readonly version: string;
  readonly downloadUrl: string;
  readonly packageRef: string;
  readonly transforms: readonly Callback[];
  /** `undefined` is a frame that Pulumi could not place. */
  readonly frames: readonly (Frame | undefined)[];
}

/** What a registration request says. */
export function readRegistration(request: RegisterResourceRequest): Registration {
  return {
    type: request.getType(),
    name: request.getName(),
    parent: request.getParent() || undefined,
    custom: request.getCustom(),
    remote: request.getRemote(),
    inputs: readObject(request.getObject()),
    dependencies: request.getDependenciesList(),
    propertyDependencies: propertyDependenciesOf(request),
    protect: request.hasProtect() ? request.getProtect() : undefined,
    retainOnDelete: request.hasRetainondelete() ? request.getRetainondelete() : undefined,
    provider: request.getProvider(),
    providers: Object.fromEntries(request.getProvidersMap().toArray()),
    version: request.getVersion(),
    downloadUrl: request.getPlugindownloadurl(),
    packageRef: request.getPackageref(),
    transforms: request.getTransformsList(),
    frames: framesOf(request),
  };
}

/** What a request to read a resource that exists already says. */
export function readReadRequest(request: ReadResourceRequest): Registration {
  return {
    type: request.getType(),
    name: request.getName(),
    parent: request.getParent() || undefined,
    custom: true,
    remote: false,
    inputs: readObject(request.getProperties()),
    dependencies: request.getDependenciesList(),
    propertyDependencies: {},
    protect: undefined,
    retainOnDelete: undefined,
    provider: request.getProvider(),
    providers: {},
    version: request.getVersion(),
    downloadUrl: request.getPlugindownloadurl(),
    packageRef: request.getPackageref(),
    transforms: [],
    frames: framesOf(request),
  };
}

function propertyDependenciesOf(request: RegisterResourceRequest): Record<string, readonly string[]> {
  const dependencies: Record<string, readonly string[]> = {};
  request.getPropertydependenciesMap().forEach((urns, property) => {
    dependencies[property] = urns.getUrnsList();
  });
  return dependencies;
}

// A resource made inside another has no source position of its own; the stack trace always has one.
function framesOf(request: {
  getStacktrace(): StackTrace | undefined;
  getSourceposition(): SourcePosition | undefined;
}): (Frame | undefined)[] {
  const traced = request.getStacktrace()?.getFramesList() ?? [];
  return [...traced.map((frame) => frame.getPc()), request.getSourceposition()].map(
    (place) => place && { uri: place.getUri(), line: place.getLine(), column: place.getColumn() },
  );
}
