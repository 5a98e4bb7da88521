// Reads ScaledObjects as YAML, has KEDA's schema validate each, and writes each as TypeScript, for tsc to find what the
// schema leaves open: fields that there are not.
import { readFileSync, writeFileSync } from "node:fs";
import { ScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";
import { parseAllDocuments } from "yaml";

parseAllDocuments(readFileSync(0, "utf8")).forEach((document, i) => {
  const manifest = document.toJS();
  if (manifest.apiVersion !== ScaledObject.apiVersion || manifest.kind !== ScaledObject.kind) {
    throw new Error(`document ${i} is no ScaledObject, but ${manifest.apiVersion} ${manifest.kind}`);
  }
  new ScaledObject(manifest).validate();
  const type = 'import type { IScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";';
  writeFileSync(`scaled-object-${i}.ts`, `${type}\nexport const manifest: IScaledObject = ${JSON.stringify(manifest, null, 2)};\n`);
});
