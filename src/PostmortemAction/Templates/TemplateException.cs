namespace PostmortemAction.Templates;

/// <summary>A mistake of a template, before its place is known.</summary>
internal sealed class TemplateException(string message) : Exception(message);
