using System.Text.Json;
using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Operations;

/// <summary>Checks what was seen in one place; null when it holds, else what does not.</summary>
public delegate string? Operation(Sight sight, string sink, JsonElement value);
