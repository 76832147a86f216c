namespace Umbriel.Figures;

/// <summary>Makes a PDF written by cairo independent of the time of day.</summary>
internal static class PdfDate
{
    private const int Digits = 14;

    /// <summary>
    /// Overwrites the digits of the creation date with 1970-01-01 00:00:00. Cairo 1.16 ignores SOURCE_DATE_EPOCH; the
    /// information dictionary is not compressed and the length stays, so every offset in the file stays right.
    /// </summary>
    public static void Clear(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        byte[] pdf = File.ReadAllBytes(path);
        ReadOnlySpan<byte> mark = "/CreationDate (D:"u8;
        int found = pdf.AsSpan().LastIndexOf(mark);
        if (found >= 0 && found + mark.Length + Digits <= pdf.Length)
        {
            "19700101000000"u8.CopyTo(pdf.AsSpan(found + mark.Length, Digits));
            File.WriteAllBytes(path, pdf);
        }
    }
}
