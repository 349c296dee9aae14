namespace PostmortemAction;

/// <summary>Files embedded in the program.</summary>
internal static class Resources
{
    public static string Text(string name) => Find(name) ?? throw new InvalidOperationException($"The resource {name} is not embedded.");

    /// <summary>Null when there is none of the name.</summary>
    public static string? Find(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
