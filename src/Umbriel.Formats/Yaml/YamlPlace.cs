using Umbriel.Core;

namespace Umbriel.Formats.Yaml;

/// <summary>Where a value was written: on a line of a file, or on the command line with <c>--set</c>.</summary>
public static class YamlPlace
{
    /// <summary>The line of what <c>--set</c> gave; lines of files are counted from 1.</summary>
    public const int CommandLine = 0;

    /// <summary>The error "file:line: key: found ...; expected ...", or "--set key: found ...; expected ...".</summary>
    public static UserErrorException Error(string file, int line, string key, string found, string expected) => line == CommandLine
        ? new UserErrorException($"--set {key}", null, found, expected)
        : new UserErrorException($"{file}:{line}", key, found, expected);
}
