using PostmortemAction.Core.Forms;
using YamlDotNet.RepresentationModel;

namespace PostmortemAction.Configuration;

/// <summary>Reads an issue form's definition: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms.</summary>
public static class FormReader
{
    /// <summary>Our own form, for repositories that have none.</summary>
    public static FormDefinition BuiltIn { get; } = Read(Resources.Text("incident.yml"), "incident.yml")!;

    /// <summary>The form's fields; null when the file is no form.</summary>
    public static FormDefinition? Read(string text, string file)
    {
        if (SafeYaml.Load(text, file) is not YamlMappingNode root || Child(root, "body") is not YamlSequenceNode body)
        {
            return null;
        }

        var fields = new List<FormField>();
        foreach (var element in body.OfType<YamlMappingNode>())
        {
            if (Child(element, "attributes") is YamlMappingNode attributes && Text(Child(attributes, "label")) is { Length: > 0 } label)
            {
                fields.Add(new(Text(Child(element, "id")) ?? label, label));
            }
        }

        return new(fields);
    }

    /// <summary>Whether issues filed with the form get the label.</summary>
    public static bool Carries(string text, string file, string label) => Labels(text, file).Contains(label, StringComparer.OrdinalIgnoreCase);

    /// <summary>The labels that issues filed with the form get.</summary>
    public static IReadOnlyList<string> Labels(string text, string file)
    {
        var labels = SafeYaml.Load(text, file) is YamlMappingNode root ? Child(root, "labels") : null;
        var names = labels is YamlSequenceNode list ? list.Select(Text) : (Text(labels) ?? "").Split(',');
        return [.. names.Select(name => name?.Trim()).OfType<string>().Where(name => name.Length > 0)];
    }

    /// <summary>What the form is called where people choose one; null where it does not say.</summary>
    public static string? Name(string text, string file) => SafeYaml.Load(text, file) is YamlMappingNode root ? Text(Child(root, "name")) : null;

    private static YamlNode? Child(YamlMappingNode node, string key) =>
        node.Children.FirstOrDefault(child => Text(child.Key) == key).Value;

    private static string? Text(YamlNode? node) => (node as YamlScalarNode)?.Value;
}
