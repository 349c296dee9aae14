namespace PostmortemAction.Core.Settings;

/// <summary>A key of the configuration file.</summary>
/// <param name="Name">As people write it; what stands below another key has a dot in it.</param>
/// <param name="Value">What it takes.</param>
/// <param name="Default">What holds without it, as it is written in the file; null where there is nothing to write.</param>
/// <param name="Example">What somebody who wants it might write.</param>
/// <param name="Meaning">What it is for, in Markdown.</param>
public sealed record SettingKey(string Name, SettingValue Value, string? Default, string Example, string Meaning)
{
    /// <summary>The keys that lead to it: <c>timeline</c>, <c>comments</c>.</summary>
    public IReadOnlyList<string> Path => Name.Split('.');
}
