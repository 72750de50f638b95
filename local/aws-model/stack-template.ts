import * as z from 'zod';

const Template = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.unknown() })),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })),
});

/** The resources of a CloudFormation template, as far as one process plays them. */
export type StackTemplate = ReturnType<typeof stackTemplate>;

/** @throws ZodError when `json` is no template */
export function stackTemplate(json: unknown) {
  const { Resources, Outputs } = Template.parse(json);
  return {
    /** All resources of a type, by logical id, with the properties that `schema` reads. */
    resources<Properties>(type: string, schema: z.ZodType<Properties>): Map<string, Properties> {
      return new Map(
        Object.entries(Resources)
          .filter(([, resource]) => resource.Type === type)
          .map(([id, resource]) => [id, schema.parse(resource.Properties ?? {})]),
      );
    },

    typeOf: (id: string): string | undefined => Resources[id]?.Type,

    outputs: (): Record<string, string> =>
      Object.fromEntries(Object.entries(Outputs).map(([name, { Value }]) => [name, Text.parse(Value)])),
  };
}

const PSEUDO_PARAMETERS: Record<string, string> = {
  'AWS::Region': 'eu-central-1',
  'AWS::AccountId': '000000000000',
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

/**
 * A value of a template as text. Every resource goes by its logical id, so a reference and an attribute are both that id:
 * the name of a table and its ARN, the ARN of a queue and its URL.
 */
export const Text: z.ZodType<string> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({ Ref: z.string() }).transform(({ Ref }) => PSEUDO_PARAMETERS[Ref] ?? Ref),
    z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).transform((value) => value['Fn::GetAtt'][0]),
    z
      .object({ 'Fn::Join': z.tuple([z.string(), z.array(Text)]) })
      .transform((value) => value['Fn::Join'][1].join(value['Fn::Join'][0])),
  ]),
);
