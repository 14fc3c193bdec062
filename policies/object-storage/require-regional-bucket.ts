import { Bucket, holdsSensitiveData } from "../../src/outscale";
import { certainly, definePolicy, finding } from "../../src/policy";

export const requireRegionalBucket = definePolicy({
  name: "require-regional-bucket",
  clauses: ["OBL.location", "DATA.eu"],
  ground: "good practice",
  severity: "high",
  level: "advisory",
  title: {
    en: "Buckets lie in the object storage of the SecNumCloud region",
    fr: "Les buckets se trouvent dans le stockage objet de la région SecNumCloud",
  },
  why: {
    en: "Where data lie, and under which qualification, is promised for Outscale's region only: a bucket made elsewhere takes its data out of it.",
    fr: "Le lieu des données et leur qualification ne sont garantis que pour la région d'Outscale : un bucket créé ailleurs en fait sortir ses données.",
  },
  remediation: {
    en: 'Give the provider that makes buckets the region\'s endpoint, such as `endpoints: [{ s3: "https://oos.cloudgouv-eu-west-1.outscale.com" }]`.',
    fr: 'Donnez au fournisseur qui crée les buckets l\'endpoint de la région, par exemple `endpoints: [{ s3: "https://oos.cloudgouv-eu-west-1.outscale.com" }]`.',
  },
  messages: {
    elsewhere: {
      en: "Its provider's S3 endpoint is none of Outscale's object storage.",
      fr: "L'endpoint S3 de son fournisseur n'est pas celui du stockage objet d'Outscale.",
    },
    "other-region": ({ region }: { readonly region: string | undefined }) => ({
      en: `Its provider makes it in the object storage of ${region ?? "another region"}.`,
      fr: `Son fournisseur le crée dans le stockage objet de ${region ?? "une autre région"}.`,
    }),
    "plain-http": {
      en: "Its provider speaks to object storage over plain HTTP.",
      fr: "Son fournisseur parle au stockage objet en HTTP en clair.",
    },
  },
  subjects: (system) => system.all(Bucket),
  *check(bucket, { system, messages }) {
    const endpoint = bucket.endpoint();
    const region = endpoint.region();
    // Where certainly sensitive data lie is judged by require-regional-sensitive-data, which asks for more.
    if (!certainly(() => holdsSensitiveData(system, bucket.resource))) {
      if (!endpoint.isOos()) yield finding(bucket, messages.elsewhere, "provider");
      else if (region !== system.settings.region)
        yield finding(bucket, messages["other-region"]({ region }), "provider");
    }
    if (!endpoint.usesTls()) yield finding(bucket, messages["plain-http"], "provider");
  },
});
