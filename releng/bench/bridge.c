/*
 * A bridge of two interfaces that passes every frame and looks at none: the yardstick of releng/bench/run bridge.
 *
 *   bridge [-p] [-b BATCH] IF1 IF2
 *
 * One thread for each direction takes frames with recvmmsg(2) from a packet socket, and sends them out of the same memory with
 * sendmmsg(2) past the queue of the other interface. Partial checksums and long segments pass whole (PACKET_VNET_HDR), as TCP needs
 * them; with -p they do not, which saves their headers. Prints "enforcing" when frames pass; ends with its standard input.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 1024, SLOT = (1 << 16) + 64, PLAIN_SLOT = 2048, BUFFER = 32 << 20 };

static int plain;
static int batch = 64;

struct direction {
    int in;
    int out;
};

static void die(const char *what)
{
    fprintf(stderr, "bridge: %s: %s\n", what, strerror(errno));
    exit(5);
}

static void set(int fd, int level, int option, int value)
{
    if (setsockopt(fd, level, option, &value, sizeof value) < 0)
        die("setsockopt");
}

static int port(const char *interface)
{
    int fd = socket(AF_PACKET, SOCK_RAW, 0);
    if (fd < 0)
        die("packet socket");
    set(fd, SOL_PACKET, PACKET_IGNORE_OUTGOING, 1);
    set(fd, SOL_PACKET, PACKET_QDISC_BYPASS, 1);
    set(fd, SOL_PACKET, PACKET_VNET_HDR, !plain);
    set(fd, SOL_SOCKET, SO_RCVBUFFORCE, BUFFER);
    set(fd, SOL_SOCKET, SO_SNDBUFFORCE, BUFFER);
    struct packet_mreq all = { .mr_ifindex = if_nametoindex(interface), .mr_type = PACKET_MR_PROMISC };
    struct sockaddr_ll address = { .sll_family = AF_PACKET, .sll_protocol = htons(ETH_P_ALL), .sll_ifindex = all.mr_ifindex };
    if (setsockopt(fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &all, sizeof all) < 0
            || bind(fd, (struct sockaddr *) &address, sizeof address) < 0)
        die(interface);
    return fd;
}

static __attribute__((noreturn)) void *pass(void *argument)
{
    struct direction *way = argument;
    size_t slot = plain ? PLAIN_SLOT : SLOT;
    char *memory = aligned_alloc(4096, (slot * batch + 4095) & ~4095UL);
    struct mmsghdr *messages = calloc(batch, sizeof *messages);
    struct iovec *parts = calloc(batch, sizeof *parts);
    for (int i = 0; i < batch; i++) {
        parts[i].iov_base = memory + i * slot;
        messages[i].msg_hdr.msg_iov = parts + i;
        messages[i].msg_hdr.msg_iovlen = 1;
    }
    for (;;) {
        for (int i = 0; i < batch; i++)
            parts[i].iov_len = slot;
        int count = recvmmsg(way->in, messages, batch, MSG_WAITFORONE, NULL);
        if (count < 0) {
            if (errno == EINTR || errno == EINVAL)
                continue;
            die("receive");
        }
        for (int i = 0; i < count; i++)
            parts[i].iov_len = messages[i].msg_len;
        for (int at = 0; at < count;) {
            int sent = sendmmsg(way->out, messages + at, count - at, MSG_DONTWAIT);
            if (sent < 0 && errno != EAGAIN && errno != ENOBUFS && errno != EMSGSIZE && errno != EINVAL && errno != EINTR)
                die("send");
            at += sent > 0 ? sent : 1;
        }
    }
}

int main(int argc, char **argv)
{
    int option;
    while ((option = getopt(argc, argv, "pb:")) >= 0) {
        if (option == 'p')
            plain = 1;
        else if (option == 'b')
            batch = atoi(optarg);
    }
    if (argc - optind != 2 || batch < 1 || batch > MOST) {
        fprintf(stderr, "usage: bridge [-p] [-b BATCH] IF1 IF2\n");
        return 2;
    }
    int first = port(argv[optind]);
    int second = port(argv[optind + 1]);
    struct direction ways[] = { { first, second }, { second, first } };
    pthread_t threads[2];
    for (int i = 0; i < 2; i++)
        pthread_create(threads + i, NULL, pass, ways + i);
    puts("enforcing");
    fflush(stdout);
    char byte;
    while (read(0, &byte, 1) > 0)
        ;
    return 0;
}
