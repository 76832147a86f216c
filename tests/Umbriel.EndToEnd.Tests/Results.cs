using System.Security.Cryptography;

namespace Umbriel.EndToEnd.Tests;

/// <summary>Folders of results.</summary>
internal static class Results
{
    /// <summary>Content hash of every file but summary.json, whose seconds differ, by relative path.</summary>
    public static SortedDictionary<string, string> Hashes(string folder)
    {
        SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, file);
            if (name != "summary.json")
            {
                hashes.Add(name, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
            }
        }

        return hashes;
    }

    public static void Copy(string source, string target)
    {
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Changes a file and its hash in the manifest, as a forger would.</summary>
    public static void Forge(string folder, string name, Func<string, string> change)
    {
        string path = Path.Combine(folder, name);
        string manifest = Path.Combine(folder, "manifest.json");
        (string hash, long length) = Digest(path);
        File.WriteAllText(path, change(File.ReadAllText(path)));
        (string forged, long forgedLength) = Digest(path);
        string text = File.ReadAllText(manifest);
        text.ShouldContain($"\"sha256\": \"{hash}\",\n      \"bytes\": {length}");
        File.WriteAllText(manifest, text.Replace($"\"sha256\": \"{hash}\",\n      \"bytes\": {length}", $"\"sha256\": \"{forged}\",\n      \"bytes\": {forgedLength}"));
    }

    private static (string Hash, long Length) Digest(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return (Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }
}
