import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { WireObject } from "../stack/wire";

/** The properties in a protocol message. */
export function readObject(struct: Struct | undefined): WireObject {
  return struct?.toJavaScript() ?? {};
}

/** Properties as a protocol message takes them. */
export function writeObject(object: WireObject): Struct {
  return Struct.fromJavaScript(object);
}
