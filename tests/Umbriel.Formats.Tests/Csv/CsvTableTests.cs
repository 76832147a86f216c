using System.IO.Compression;
using System.Text;
using Umbriel.Core;
using Umbriel.Formats.Csv;

namespace Umbriel.Formats.Tests.Csv;

public sealed class CsvTableTests : IDisposable
{
    private const string Text = "# a table\nx,y\n1,2\n3,4.5\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_gzip_file_reads_as_the_table_in_it()
    {
        using (GZipStream packed = new(File.Create(folder["table.csv.gz"]), CompressionLevel.Optimal))
        {
            packed.Write(Encoding.UTF8.GetBytes(Text));
        }

        CsvTable plain = CsvTable.Read(folder.Write("table.csv", Text));
        CsvTable table = CsvTable.Read(folder["table.csv.gz"]);
        table.Header.ShouldBe(plain.Header);
        table.Column("y").ShouldBe([2.0, 4.5]);
        table.LocationOf(1).ShouldBe($"{folder["table.csv.gz"]}:4");
    }

    [Fact]
    public void A_damaged_gzip_file_is_one_line() =>
        Should.Throw<UserErrorException>(() => CsvTable.Read(folder.Write("table.csv.gz", Text))).Message.ShouldContain("table.csv.gz: cannot be read");
}
